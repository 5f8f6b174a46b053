"""Karin writes to her care: who reads, who answers, and who sees nothing."""

from uuid import UUID, uuid4

import pytest

from naravard.access.models import AccessLogEntry
from naravard.access.rules import AccessDenied, Action
from naravard.core.errors import NotFound
from naravard.dialogue import services
from naravard.dialogue.models import Letter, Talk, TalkLine
from naravard.dialogue.rules.routing import Because
from naravard.dialogue.rules.talks import NothingWritten, NotReadThere, Waits
from naravard.dialogue.rules.wishes import Channel, Wishes
from naravard.dialogue.services import Written
from naravard.dialogue.services.own import NotAnInhabitant
from naravard.plan import services as plans
from tests.house import at
from tests.plans import card

TUESDAY = at("2026-03-03 12:00")
WEDNESDAY = at("2026-03-04 09:00")
TOO_LATE = at("2026-03-06 09:00")


def words(text="Min medicin är slut.", subject="Medicin") -> Written:
    return Written(text=text, subject=subject, request_id=uuid4())


@pytest.fixture
def talk(as_page, herself, sip) -> UUID:
    with as_page(herself):
        return services.write_to_care(actor=herself, written=words(), now=TUESDAY)


def opened(actor, karin, talk, now=WEDNESDAY):
    return services.open_talk(actor=actor, person_id=karin, talk_id=talk, now=now)


def test_what_she_writes_is_read_where_her_contact_works(as_page, house, karin, talk):
    with as_page(house.district_nurse):
        rows = services.open_talks(actor=house.district_nurse, now=WEDNESDAY)

    assert [(row.subject, row.to_name) for row in rows] == [("Medicin", "Sara Blom")]
    assert rows[0].because is Because.CONTACT


def test_without_a_plan_her_health_centre_reads(as_page, house, herself):
    with as_page(herself):
        services.write_to_care(actor=herself, written=words(), now=TUESDAY)

    assert Talk.objects.get().because == Because.LISTED


@pytest.mark.parametrize("who", ["care_planner", "municipal_nurse", "stranger"])
def test_nobody_else_reads_it_not_even_in_the_database(as_page, house, talk, who):
    actor = getattr(house, who)

    with as_page(actor):
        assert services.open_talks(actor=actor, now=WEDNESDAY) == ()
        assert not Talk.objects.exists()
        assert not TalkLine.objects.exists()


def test_another_unit_of_her_plan_can_not_open_it_by_its_address(
    as_page, house, karin, talk
):
    with as_page(house.care_planner), pytest.raises(NotFound):
        opened(house.care_planner, karin, talk)


def test_the_answer_comes_back_in_the_same_thread(as_page, house, karin, herself, talk):
    with as_page(house.district_nurse):
        services.answer(
            record=opened(house.district_nurse, karin, talk).record,
            talk_id=talk,
            written=words("Receptet är förnyat."),
            now=WEDNESDAY,
        )
    with as_page(herself):
        unread = services.open_own_talks(actor=herself, now=WEDNESDAY).talks[0]
        page = services.open_own_talk(actor=herself, talk_id=talk, now=WEDNESDAY)
        read = services.open_own_talks(actor=herself, now=WEDNESDAY).talks[0]

    assert [line.text for line in page.lines] == [
        "Min medicin är slut.",
        "Receptet är förnyat.",
    ]
    assert (unread.is_unread, read.is_unread) == (True, False)


def test_a_form_sent_twice_writes_once(as_page, herself, sip):
    written = words()

    with as_page(herself):
        first = services.write_to_care(actor=herself, written=written, now=TUESDAY)
        again = services.write_to_care(actor=herself, written=written, now=TUESDAY)

    assert first == again
    assert TalkLine.objects.count() == 1


def test_an_empty_text_is_refused(as_page, herself, sip):
    with as_page(herself), pytest.raises(NothingWritten):
        services.write_to_care(actor=herself, written=words(" "), now=TUESDAY)


def test_it_can_be_passed_on_to_a_unit_of_the_plan_and_is_then_theirs(
    as_page, house, karin, talk
):
    with as_page(house.district_nurse):
        services.pass_on(
            record=opened(house.district_nurse, karin, talk).record,
            talk_id=talk,
            unit_id=house.homecoming,
            because="Gäller hemtjänsten.",
            now=WEDNESDAY,
        )
    with as_page(house.care_planner):
        theirs = opened(house.care_planner, karin, talk)
    with as_page(house.district_nurse):
        ours = Talk.objects.exists()

    assert "Gäller hemtjänsten." in theirs.lines[-1].text
    assert not ours


def test_the_person_does_not_see_how_it_was_led(as_page, house, karin, herself, talk):
    with as_page(house.district_nurse):
        services.pass_on(
            record=opened(house.district_nurse, karin, talk).record,
            talk_id=talk,
            unit_id=house.homecoming,
            because="Gäller hemtjänsten.",
            now=WEDNESDAY,
        )
    with as_page(herself):
        page = services.open_own_talk(actor=herself, talk_id=talk, now=WEDNESDAY)

    assert [line.text for line in page.lines] == ["Min medicin är slut."]


def test_it_is_never_passed_on_outside_her_plan(as_page, house, karin, talk):
    with as_page(house.district_nurse), pytest.raises(NotReadThere):
        services.pass_on(
            record=opened(house.district_nurse, karin, talk).record,
            talk_id=talk,
            unit_id=house.ward,
            because="De vet.",
            now=WEDNESDAY,
        )


def test_it_is_not_passed_on_when_she_has_taken_her_yes_back(
    as_page, house, karin, sip, talk
):
    plans.withdraw(record=card(house.district_nurse, karin), plan_id=sip, now=WEDNESDAY)

    with as_page(house.district_nurse), pytest.raises(NotReadThere):
        services.pass_on(
            record=opened(house.district_nurse, karin, talk).record,
            talk_id=talk,
            unit_id=house.homecoming,
            because="Gäller hemtjänsten.",
            now=WEDNESDAY,
        )


def test_who_wants_letters_gets_one_to_be_posted(as_page, house, karin, herself, talk):
    with as_page(herself):
        details = services.open_own_details(actor=herself, now=WEDNESDAY)
        services.tell_wishes(
            record=details.record,
            wishes=Wishes(channel=Channel.LETTER),
            now=WEDNESDAY,
        )
    nurse = house.district_nurse
    with as_page(nurse):
        services.answer(
            record=opened(nurse, karin, talk).record,
            talk_id=talk,
            written=words("Receptet är förnyat."),
            now=WEDNESDAY,
        )
        queued = services.open_letters(actor=nurse, now=WEDNESDAY)
        letter = services.open_letter(
            actor=nurse, person_id=karin, letter_id=queued[0].letter_id, now=WEDNESDAY
        )
        services.post_letter(
            record=letter.record, letter_id=queued[0].letter_id, now=WEDNESDAY
        )
        left = services.open_letters(actor=nurse, now=WEDNESDAY)

    assert letter.letter.text == "Receptet är förnyat."
    assert letter.person.address == "Stationsvägen 4, 999 30 Lillby"
    assert left == ()
    assert Letter.objects.get().posted_by == "Sara Blom, Distriktssköterska"


def test_what_nobody_answers_in_time_is_read_by_the_reserve(house, karin, talk):
    Talk.objects.update(reserve_unit_id=house.homecoming)

    early = services.lead_on_late_talks(now=WEDNESDAY)
    led = services.lead_on_late_talks(now=TOO_LATE)

    assert (early, led) == (0, 1)
    moved = Talk.objects.get()
    assert (moved.to_unit_id, moved.because) == (house.homecoming, Because.LATE)
    assert moved.waits == Waits.FOR_CARE


def test_a_reserve_that_she_no_longer_shares_with_reads_nothing(
    house, karin, sip, talk
):
    Talk.objects.update(reserve_unit_id=house.homecoming)
    plans.withdraw(record=card(house.district_nurse, karin), plan_id=sip, now=WEDNESDAY)

    assert services.lead_on_late_talks(now=TOO_LATE) == 0


def test_every_reading_and_answer_is_logged(as_page, house, karin, talk):
    with as_page(house.district_nurse):
        opened(house.district_nurse, karin, talk)

    about = AccessLogEntry.objects.filter(about=talk).values_list("action", flat=True)

    assert set(about) == {Action.WRITE_TALK, Action.READ_TALK}


def test_staff_do_not_write_in_her_name(house, karin):
    with pytest.raises(NotAnInhabitant):
        services.write_to_care(actor=house.district_nurse, written=words(), now=TUESDAY)


def test_somebody_with_no_relation_does_not_open_a_talk(as_page, house, karin, talk):
    with as_page(house.psychiatrist), pytest.raises(AccessDenied):
        opened(house.psychiatrist, karin, talk)
