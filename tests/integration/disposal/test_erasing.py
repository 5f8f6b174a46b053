"""Each owner's part goes in its own time, by its own decision; the rest stays whole."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from naravard.access import services as access
from naravard.access.services import act_as
from naravard.core.second_lock import JOBS, PAGES
from naravard.discharge.models import CaseEvent, DischargeCase
from naravard.discharge.queries.case import case_view
from naravard.disposal.models import Decision, Item, LetGo, Protocol
from naravard.disposal.rules import (
    AlreadyDecided,
    NotOwnersOfficer,
    ReferenceMissing,
)
from naravard.disposal.services import approve, erase, propose
from naravard.disposal.services import erasing as batches
from naravard.messages.models import Message
from naravard.people import services as people
from naravard.people.models import Person
from tests.house import TODAY
from tests.integration.disposal.conftest import (
    NOW,
    approval,
    organisation_of,
    proposals_of,
)
from tests.integration.disposal.years import years_pass
from tests.pages_role import as_pages, as_role


def keys_are_whole() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


def test_nothing_is_proposed_before_its_time(home):
    years_pass(4)

    assert propose(now=NOW) == 0
    assert not Decision.objects.exists()


def test_the_municipality_is_proposed_first_and_the_region_later(home):
    years_pass(6)
    first = propose(now=NOW)
    owners = set(Decision.objects.values_list("organisation__key", "kept"))
    years_pass(5)
    later = propose(now=NOW)

    assert (first, owners) == (1, {("lillby", "social_record")})
    assert later == 3  # the municipality's nurses and the region keep health records


def test_nothing_goes_that_nobody_has_approved(home):
    years_pass(11)
    propose(now=NOW)

    list(erase(now=NOW))

    assert DischargeCase.objects.exists()
    assert not Protocol.objects.exists()


def test_what_the_municipality_erases_leaves_the_regions_part_whole(
    home, karin, house, erased
):
    before = set(Message.objects.values_list("pk", flat=True))
    years_pass(6)

    erased("lillby")

    record = access.open_record(actor=house.district_nurse, person_id=karin, now=NOW)
    (view,) = [case_view(record=record, case_id=home, now=NOW)]
    assert set(Message.objects.values_list("pk", flat=True)) == before
    assert len(view.events) == CaseEvent.objects.filter(case_id=home).count()
    assert Person.objects.filter(pk=karin).exists()
    keys_are_whole()


def test_what_is_let_go_is_out_of_the_municipalitys_sight_and_nobody_elses(
    home, house, erased
):
    years_pass(6)
    erased("lillby")

    def cases_of(actor):
        act_as(actor=actor)
        with transaction.atomic():
            return DischargeCase.objects.count(), CaseEvent.objects.count() > 0

    with as_pages():
        municipality = cases_of(house.care_planner)
        its_nurses = cases_of(house.municipal_nurse)
        ward = cases_of(house.ward_nurse)

    assert municipality == (0, False)
    assert its_nurses == ward == (1, True)


def test_when_the_last_owner_has_let_go_the_case_is_gone(home, karin, erased):
    years_pass(11)

    erased("lillby", "region")

    assert not DischargeCase.objects.exists()
    assert not Message.objects.exists()
    assert not LetGo.objects.exists()
    assert Person.objects.filter(pk=karin).exists()  # she is listed at Lillby
    keys_are_whole()


def test_somebody_who_has_nothing_left_anywhere_is_gone_herself(home, karin, erased):
    people.note_death(person_id=karin, deceased_on=TODAY, today=TODAY)
    years_pass(11)

    erased("lillby", "region")

    assert not Person.objects.filter(pk=karin).exists()
    keys_are_whole()


def test_the_protocol_says_what_went_and_names_nobody(home, karin, erased):
    years_pass(11)

    erased("lillby", "region")

    (social,) = Protocol.objects.filter(kept="social_record")
    assert social.approved_by == "Eva Strand, Socialchef, Biståndsenheten, Lillby"
    assert (social.reference, social.erased["record"]) == ("Dnr SN 2026-17", 1)
    assert "16 kap. 1 §" in social.source
    said = str(list(Protocol.objects.values()))
    assert str(karin) not in said
    assert "Karin" not in said


def test_erased_twice_is_erased_once(home, erased):
    years_pass(11)
    erased("lillby", "region")
    written = list(Protocol.objects.values("decision_number", "erased"))

    erased("lillby", "region")

    assert list(Protocol.objects.values("decision_number", "erased")) == written
    assert not Item.objects.exists()


def test_begun_again_after_being_killed_it_goes_on(home, erased, officers, monkeypatch):
    years_pass(11)
    monkeypatch.setattr(batches, "AT_A_TIME", 1)
    propose(now=NOW)
    for decision in [*proposals_of("lillby"), *proposals_of("region")]:
        owner = decision.organisation.key.split("-")[0]
        approve(number=decision.pk, approval=approval(officers[owner]), now=NOW)
    killed = erase(now=NOW)
    next(killed)
    killed.close()

    list(erase(now=NOW))

    assert not DischargeCase.objects.exists()
    protocols = Protocol.objects.values_list("erased", flat=True)
    assert [erased["record"] for erased in protocols] == [1, 1, 1]


def test_what_has_been_written_since_the_proposal_stays(home, karin, house, officers):
    years_pass(6)
    propose(now=NOW)
    (decision,) = proposals_of("lillby")
    approve(number=decision.pk, approval=approval(officers["lillby"]), now=NOW)
    Message.objects.create(
        code="general",
        thread=home,
        person_id=karin,
        sender_unit_id=house.homecoming,
        sent_at=NOW,
        recorded_at=NOW,
        legal_ground="consent",
    )

    list(erase(now=NOW))

    assert Protocol.objects.get().erased == {"stays:entered": 1}
    assert not LetGo.objects.exists()


def test_the_database_tries_the_years_itself(home, house, karin):
    years_pass(4)
    decision = Decision.objects.create(
        organisation_id=organisation_of(house.homecoming),
        kept="social_record",
        source="påhittad",
        before="2099-01-01",
        made_at=NOW,
        state="approved",
        approved_at=NOW,
        approved_by="Ingen",
        reference="Dnr 0",
        reason="Fusk",
    )
    Item.objects.create(decision=decision, person_id=karin)

    list(erase(now=NOW))

    assert Protocol.objects.get().erased == {"stays:entered": 1}


def test_only_who_decides_for_the_owner_approves(home, officers):
    years_pass(6)
    propose(now=NOW)
    (decision,) = proposals_of("lillby")

    with pytest.raises(NotOwnersOfficer):
        approve(number=decision.pk, approval=approval(officers["region"]), now=NOW)
    with pytest.raises(ReferenceMissing):
        approve(number=decision.pk, approval=approval(officers["lillby"], ""), now=NOW)
    approve(number=decision.pk, approval=approval(officers["lillby"]), now=NOW)
    with pytest.raises(AlreadyDecided):
        approve(number=decision.pk, approval=approval(officers["lillby"]), now=NOW)


@pytest.mark.parametrize(
    "attempt",
    [
        "SELECT disposal_erase(1, '2026-03-09')",
        "SELECT disposal_remove('case', gen_random_uuid())",
        "SELECT disposal_forget(1, gen_random_uuid())",
        "INSERT INTO disposal_ticket VALUES (pg_current_xact_id())",
        "SELECT * FROM disposal_held",
        "DELETE FROM discharge_caseevent",
        "DELETE FROM disposal_protocol",
    ],
)
def test_a_page_can_erase_nothing(home, attempt):
    with as_role(PAGES), transaction.atomic(), connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="permission denied"):
            cursor.execute(attempt)
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "attempt",
    [
        "SELECT disposal_remove('case', gen_random_uuid())",
        "SELECT disposal_let_go(1, gen_random_uuid(), '', gen_random_uuid(), NULL)",
        "INSERT INTO disposal_ticket VALUES (pg_current_xact_id())",
        "DELETE FROM care_messages_message",
        "DELETE FROM access_accesslogentry",
        "UPDATE disposal_protocol SET reason = ''",
    ],
)
def test_a_job_erases_by_an_approved_decision_and_no_other_way(home, attempt):
    with as_role(JOBS), transaction.atomic(), connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="permission denied"):
            cursor.execute(attempt)
        transaction.set_rollback(True)


def test_a_job_that_erases_without_approval_is_refused(home, karin):
    years_pass(6)
    propose(now=NOW)
    item = Item.objects.get()

    with as_role(JOBS), transaction.atomic(), connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="nobody has approved"):
            cursor.execute("SELECT disposal_erase(%s, '2026-03-09')", [item.pk])
        transaction.set_rollback(True)


def test_the_owner_of_the_tables_without_a_ticket_is_refused_as_before(home):
    with transaction.atomic(), connection.cursor() as cursor:
        with pytest.raises(ProgrammingError, match="only ever added to"):
            cursor.execute("DELETE FROM discharge_caseevent")
        transaction.set_rollback(True)


def test_a_job_carries_it_all_out(home, officers):
    years_pass(11)
    with as_role(JOBS):
        propose(now=NOW)
        for owner in ("lillby", "region"):
            for decision in proposals_of(owner):
                approve(number=decision.pk, approval=approval(officers[owner]), now=NOW)
        list(erase(now=NOW))

    assert not DischargeCase.objects.exists()


def test_a_decision_without_a_name_is_refused_by_the_database(home):
    years_pass(6)
    propose(now=NOW)

    with pytest.raises(IntegrityError, match="approved_by_somebody"):
        Decision.objects.update(state="approved")
