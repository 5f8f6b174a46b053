"""What stays though its time is up, what goes before it, and how logs go."""

from datetime import date
from io import StringIO
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse

from naravard.access import services as access
from naravard.access.models import Block, Consent
from naravard.access.queries.sealed import verify
from naravard.access.rules import Action
from naravard.access.services.trace import LogEntry
from naravard.discharge.models import CaseEvent, DischargeCase
from naravard.disposal.models import Decision, LetGo, Preservation, Protocol
from naravard.disposal.rules import Ground, NothingToErase
from naravard.disposal.services import (
    Single,
    approve,
    erase_logs,
    erase_single,
    propose,
)
from naravard.messages.models import Message
from naravard.operation.retention import Kept
from naravard.people import services as people
from naravard.people.models import Person
from naravard.web import actor as session_actor
from naravard.web.staff.words.events import event_words
from tests.house import at
from tests.integration.disposal.conftest import NOW, approval, organisation_of
from tests.integration.disposal.years import years_pass
from tests.integration.operation.conftest import browser_of

KEY = b"known to few"
IVO = "IVO 8.4.1-123/2026"


def preserved(house, *days: int, **dated: date) -> None:
    Preservation.objects.create(
        key="urval",
        organisation_id=organisation_of(house.homecoming),
        kept=Kept.SOCIAL_RECORD,
        born_on_days=list(days),
        source="Socialtjänstlagen (2025:400) 16 kap. 4 §",
        **({"valid_from": date(2025, 7, 1)} | dated),
    )


@pytest.mark.parametrize(("days", "proposed"), [((14,), 0), ((5, 15, 25), 1), ((), 0)])
def test_the_sample_for_research_stays(home, house, days, proposed):
    preserved(house, *days)  # Karin was born on a 14th
    years_pass(6)

    assert propose(now=NOW) == proposed


def test_a_decision_to_preserve_holds_for_its_time(home, house):
    preserved(house, valid_to=date(2025, 12, 31))
    years_pass(6)

    assert propose(now=NOW) == 1


def test_the_record_of_somebody_placed_stays(home, karin):
    people.place_person(person_id=karin, placed_by="9903")
    years_pass(6)

    assert propose(now=NOW) == 0


def test_a_yes_or_no_noted_lately_dates_the_record(home, house, karin):
    years_pass(6)
    Consent.objects.create(
        person_id=karin,
        scope="shared_read",
        given=True,
        unit_id=house.homecoming,
        how="spoken",
        at=NOW,
    )

    assert propose(now=NOW) == 0


def test_somebody_who_has_closed_her_data_is_not_forgotten(home, karin, house, erased):
    Person.objects.filter(pk=karin).update(listed_unit=None)
    Block.objects.create(
        person_id=karin,
        kind="outer",
        organisation_id=organisation_of(house.homecoming),
        at=NOW,
    )
    years_pass(11)

    erased("lillby", "region")

    assert not DischargeCase.objects.exists()
    assert Block.objects.filter(person_id=karin).exists()


def test_what_still_goes_on_stays(home):
    years_pass(6)
    DischargeCase.objects.update(discharged_at=None, ended_at=None)

    assert propose(now=NOW) == 0


def test_the_municipalitys_own_words_in_the_case_are_shown_as_erased(
    home, house, erased
):
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        CaseEvent.objects.filter(type="acknowledge").update(details={"note": "Ring."})
        cursor.execute("SET session_replication_role = DEFAULT")
    years_pass(6)

    erased("lillby")

    event = CaseEvent.objects.get(type="acknowledge")
    assert event.details == {"erased": True}
    assert event_words(event) == "Inskrivning mottagen (uppgifterna är gallrade)"


def test_the_regions_page_of_the_case_opens_and_shows_the_gap(
    home, house, erased, time_machine
):
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        CaseEvent.objects.filter(type="acknowledge").update(details={"note": "Ring."})
        cursor.execute("SET session_replication_role = DEFAULT")
    years_pass(6)
    erased("lillby")
    time_machine.move_to(NOW, tick=False)
    sara = session_actor.staff(house.district_nurse.assignment_id)

    page = browser_of(sara).get(reverse("staff:case", args=[home]))
    evidence = browser_of(sara).get(reverse("staff:evidence", args=[home]))

    assert (page.status_code, evidence.status_code) == (200, 200)
    assert "uppgifterna är gallrade" in page.content.decode()


def region_destroys(karin, officers, thing=None, ground=Ground.DESTRUCTION) -> int:
    return erase_single(
        single=Single(
            person_id=karin,
            owner="region-lilla",
            kept=Kept.HEALTH_RECORD,
            ground=ground,
            object_id=thing,
        ),
        approval=approval(officers["region"], IVO),
        now=NOW,
    )


def test_a_record_is_destroyed_whatever_its_age_by_decision_of_the_inspectorate(
    home, karin, officers
):
    number = region_destroys(karin, officers)

    protocol = Protocol.objects.get(decision_number=number)
    assert "8 kap. 4 §" in protocol.source
    assert (protocol.reference, protocol.erased["record"]) == (IVO, 1)
    assert LetGo.objects.filter(object_id=home).count() == 1
    assert DischargeCase.objects.filter(pk=home).exists()  # the municipality's still


def test_what_was_about_somebody_else_goes_alone(home, karin, house, officers):
    wrong = Message.objects.create(
        code="general",
        thread=home,
        person_id=karin,
        sender_unit_id=house.ward,
        sent_at=NOW,
        recorded_at=NOW,
        legal_ground="consent",
    )
    before = Message.objects.count()

    region_destroys(karin, officers, wrong.pk, Ground.WRONG_PERSON)

    assert Message.objects.count() == before - 1
    assert not Message.objects.filter(pk=wrong.pk).exists()
    assert Protocol.objects.get().erased == {"message": 1, "record": 1}


def test_what_is_not_there_can_not_be_erased(home, karin, officers):
    with pytest.raises(NothingToErase):
        region_destroys(karin, officers, uuid4())


@pytest.fixture
def read_long_ago(house, karin):
    """Two organisations have read about Karin in May 2019, and all is sealed."""
    for actor in (house.ward_nurse, house.care_planner):
        for moment in ("2019-05-06 09:00", "2026-03-02 09:00"):
            entry = LogEntry(
                at=at(moment), actor=actor, action=Action.READ, person_ids=(karin,)
            )
            access.log_many([entry])
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("UPDATE access_accesslogentry SET written_in = 1")
        cursor.execute("SET session_replication_role = DEFAULT")
    access.seal_log(key=KEY, now=NOW)
    propose(now=NOW)


def approve_log_of(key: str, hsa_id: str) -> None:
    decision = Decision.objects.get(kept=Kept.ACCESS_LOG, organisation__key=key)
    approve(number=decision.pk, approval=approval(hsa_id), now=NOW)


def test_a_month_of_the_log_goes_when_all_agree_and_the_chain_still_holds(
    read_long_ago, officers
):
    approve_log_of("lillby", officers["lillby"])
    too_early = erase_logs(key=KEY, now=NOW)
    approve_log_of("region-lilla", officers["region"])

    gone = erase_logs(key=KEY, now=NOW)

    done = verify(key=KEY)
    assert (too_early, gone) == ((), (date(2019, 5, 1),))
    assert (done.findings, done.detached, done.rows) == ([], [date(2019, 5, 1)], 2)
    assert Protocol.objects.filter(kept=Kept.ACCESS_LOG).count() == 2
    assert erase_logs(key=KEY, now=NOW) == ()


def test_a_month_whose_time_is_not_up_is_never_taken(db):
    with transaction.atomic(), connection.cursor() as cursor:
        access.make_months(first=date(2024, 5, 1), last=date(2024, 5, 1))
        with pytest.raises(ProgrammingError, match="still to be kept"):
            cursor.execute("SELECT disposal_take_month('2024-05-01')")
        transaction.set_rollback(True)


def said_by(*words: str) -> str:
    out = StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


def test_it_is_all_done_from_the_command_line(home, officers, time_machine):
    time_machine.move_to(NOW, tick=False)
    years_pass(6)

    counted = said_by("retention", "--dry-run")
    proposed = said_by("retention", "propose")
    number = str(Decision.objects.get().pk)
    approved = said_by(
        *("retention", "approve", number, "--by", officers["lillby"]),
        *("--reference", "Dnr SN 2026-17", "--reason", "Tiden är ute"),
    )
    erased = said_by("retention", "erase")
    protocol = said_by("retention", "protocol", number)

    assert "1 st har bevarats i 5 år och ska gallras, senast 2026-12-31" in counted
    assert "1 akter och journaler föreslås gallras" in proposed
    assert approved == f"Gallringen {number} är beslutad.\n"
    assert erased == f"Beslut {number}: 1 genomgångna.\n"
    assert "Gallrade: akter och journaler: 1" in protocol
    assert "Släppta, kvar hos andra: utskrivningsärenden: 1" in protocol


def test_one_record_is_destroyed_from_the_command_line(home, karin, officers):
    words = [
        *("erase_record", str(karin), "--owner", "region-lilla"),
        *("--kept", "health_record", "--ground", "ivo", "--reference", IVO),
        *("--reason", "Beslut om journalförstöring", "--by"),
    ]

    with pytest.raises(CommandError, match="Ange HSA-id"):
        call_command(*words, officers["lillby"])
    said = said_by(*words, officers["region"])

    assert "beslut om att journalen ska förstöras" in said


@pytest.mark.parametrize("words", [(), ("--dry-run", "erase")])
def test_nothing_is_erased_by_mistake(db, words):
    with pytest.raises(CommandError, match="gallrar inget"):
        call_command("retention", *words)
