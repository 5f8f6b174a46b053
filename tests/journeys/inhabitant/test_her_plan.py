"""Karin asks for a plan, says yes, writes in it, answers a call and takes it back."""

from uuid import UUID, uuid4

import pytest
from django.test import Client
from time_machine import Traveller

from naravard.access import services as access
from naravard.plan import services as plans
from naravard.plan.models import Experience, Plan, PlanVersion
from naravard.plan.rules.edits import Put
from naravard.plan.rules.kinds import Mode, PassageKind
from naravard.plan.rules.meetings import ExperienceQuestion, InviteeKind
from naravard.plan.services import Invitation, Invited
from naravard.web import actor
from tests.house import House, at
from tests.journeys.inhabitant.conftest import Close, SignIn
from tests.plans import (
    MONDAY,
    agreed,
    flagged,
    opened,
    passage,
    whole_sip,
    written,
)

CALLED = at("2026-03-03 10:00")


@pytest.fixture(autouse=True)
def clock(time_machine: Traveller) -> Traveller:
    time_machine.move_to(at("2026-03-04 12:00"), tick=False)
    return time_machine


@pytest.fixture
def sip(house: House, karin: UUID) -> UUID:
    """The plan with all that a SIP must have."""
    plan_id = agreed(house, karin)
    written(house.district_nurse, karin, plan_id, *whole_sip(house))
    return plan_id


@pytest.fixture
def meeting(house: House, karin: UUID, sip: UUID) -> UUID:
    """A meeting to which Karin and the municipality are called."""
    return plans.call_meeting(
        record=opened(house.district_nurse, karin),
        plan_id=sip,
        invitation=Invitation(
            purpose="Hur det går hemma",
            mode=Mode.HOME,
            place="Björkvägen 4",
            times=(at("2026-03-09 13:00"),),
            invited=(
                Invited(kind=InviteeKind.PERSON, name="Karin Holm"),
                Invited(
                    kind=InviteeKind.UNIT, name="Samordning", unit_id=house.homecoming
                ),
            ),
        ),
        now=CALLED,
    )


def test_without_a_plan_she_can_ask_for_one(karins_phone: Client, karin: UUID) -> None:
    before = karins_phone.get("/min-plan/").text
    karins_phone.post("/min-plan/be-om/", {"text": "Jag ramlar ofta."})

    after = karins_phone.get("/min-plan/").text

    assert "Be om en gemensam plan" in before
    assert "Vill du att vi planerar tillsammans?" in after
    assert Plan.objects.get(person_id=karin).flagged_by == "person"


def test_an_empty_wish_is_asked_for_again(karins_phone: Client) -> None:
    answer = karins_phone.post("/min-plan/be-om/", {"text": " "})

    assert answer.status_code == 422
    assert "Skriv vad du behöver hjälp med" in answer.text


def test_her_yes_opens_the_plan(
    karins_phone: Client, house: House, karin: UUID
) -> None:
    flagged(house.district_nurse, karin)

    karins_phone.post("/min-plan/svar/", {"yes": "ja"})

    assert Plan.objects.get(person_id=karin).consented
    assert "Det här är viktigt för mig" in karins_phone.get("/min-plan/").text


def test_her_no_is_respected(karins_phone: Client, house: House, karin: UUID) -> None:
    flagged(house.district_nurse, karin)

    karins_phone.post("/min-plan/svar/", {"yes": "nej"})

    assert "Du har sagt nej" in karins_phone.get("/min-plan/").text


def test_she_reads_who_does_what(karins_phone: Client, sip: UUID) -> None:
    page = karins_phone.get("/min-plan/").text

    assert "Att få bo hemma med min katt." in page
    assert "Hjälper till med dusch" in page
    assert "Går till brevlådan" in page
    assert "Sara Blom" in page


def test_what_she_writes_is_hers(karins_phone: Client, sip: UUID) -> None:
    form = {"text": "Min katt Sixten.", "version": "1", "request_id": str(uuid4())}

    karins_phone.post("/min-plan/viktigt/", form)

    assert "Min katt Sixten." in karins_phone.get("/min-plan/").text
    assert PlanVersion.objects.filter(plan_id=sip).latest("number").author == "person"


def test_a_form_sent_twice_writes_once(karins_phone: Client, sip: UUID) -> None:
    form = {"text": "Gå till kyrkan.", "version": "1", "request_id": str(uuid4())}

    karins_phone.post("/min-plan/mal/", form)
    karins_phone.post("/min-plan/mal/", form)

    assert karins_phone.get("/min-plan/").text.count("Gå till kyrkan.") == 1


def test_both_texts_are_shown_when_somebody_wrote_meanwhile(
    karins_phone: Client, house: House, karin: UUID, sip: UUID
) -> None:
    told = passage(PassageKind.WHAT_MATTERS, "Att slippa trapporna.")
    written(house.district_nurse, karin, sip, Put(part=told), read=1)

    answer = karins_phone.post(
        "/min-plan/viktigt/",
        {"text": "Min katt.", "version": "1", "request_id": str(uuid4())},
    )

    assert answer.status_code == 409
    assert "Att slippa trapporna." in answer.text
    assert "Min katt." in answer.text


def test_her_no_afterwards_closes_the_plan_to_staff(
    karins_phone: Client, house: House, karin: UUID, sip: UUID
) -> None:
    asked = karins_phone.get("/min-plan/ta-tillbaka/").text
    karins_phone.post("/min-plan/ta-tillbaka/")

    assert "Ingen annan kan läsa planen längre" in asked
    assert Plan.objects.get(pk=sip).status == "withdrawn"
    assert "Säg ja igen" in karins_phone.get("/min-plan/").text


def test_she_is_called_and_asks_for_another_time(
    karins_phone: Client, meeting: UUID
) -> None:
    page = karins_phone.get("/mina-tider/").text
    karins_phone.post(
        f"/mina-tider/{meeting}/svar/",
        {
            "answer": "other_time",
            "other_time": "2026-03-10T10:00",
            "note": "Tandläkare",
        },
    )

    assert "Måndag 9 mars 13.00" in page
    assert "Du har bett om en annan tid." in karins_phone.get("/mina-tider/").text


def test_another_time_must_be_a_time(karins_phone: Client, meeting: UUID) -> None:
    answer = karins_phone.post(f"/mina-tider/{meeting}/svar/", {"answer": "other_time"})

    assert answer.status_code == 422
    assert "Skriv en tid som passar dig" in answer.text


def test_the_calendar_says_when_and_not_why(
    karins_phone: Client, meeting: UUID
) -> None:
    answer = karins_phone.get(f"/mina-tider/{meeting}/kalender/")

    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert "BEGIN:VEVENT" in answer.text
    assert "Hur det går hemma" not in answer.text


def test_a_meeting_that_is_not_hers_is_not_there(
    karins_phone: Client, meeting: UUID
) -> None:
    assert karins_phone.get(f"/mina-tider/{uuid4()}/svar/").status_code == 404


def test_her_daughter_reads_by_mandate_and_cannot_write(
    signed_in: SignIn, karin: UUID, eva: Close, sip: UUID
) -> None:
    evas_phone = signed_in(actor.relative(karin, eva.related))

    page = evas_phone.get("/min-plan/").text
    answer = evas_phone.post(
        "/min-plan/viktigt/",
        {"text": "Evas ord", "version": "1", "request_id": str(uuid4())},
    )

    assert "Att få bo hemma med min katt." in page
    assert "Skriv vad som är viktigt" not in page
    assert answer.status_code == 403
    assert PlanVersion.objects.filter(plan_id=sip).count() == 1


def test_her_son_without_a_mandate_reads_nothing(
    signed_in: SignIn, karin: UUID, olle: Close, sip: UUID
) -> None:
    olles_phone = signed_in(actor.relative(karin, olle.related))

    answer = olles_phone.get("/min-plan/")

    assert answer.status_code == 403
    assert "katt" not in answer.text


def test_she_tells_how_the_meeting_was(
    karins_phone: Client, house: House, karin: UUID, meeting: UUID, clock: Traveller
) -> None:
    clock.move_to(at("2026-03-09 15:00"), tick=False)
    plans.hold(
        record=opened(house.district_nurse, karin, at("2026-03-09 14:00")),
        meeting_id=meeting,
        held=plans.Held(took_part=True),
        now=at("2026-03-09 14:00"),
    )
    asked = karins_phone.get("/mina-tider/").text

    karins_phone.post(
        f"/mina-tider/{meeting}/hur/",
        {question.value: "5" for question in ExperienceQuestion},
    )

    assert "Berätta hur det var" in asked
    assert Experience.objects.filter(meeting_id=meeting).count() == 4


@pytest.fixture
def by_law(house: House, karin: UUID) -> UUID:
    """A plan by LPT 7 a §, which asks for no yes."""
    record = access.open_record(
        actor=house.psychiatrist,
        person_id=karin,
        now=MONDAY,
        reason="Vårdas hos oss enligt LPT.",
    )
    plan_id = plans.plan_compulsory_care(
        record=record,
        plan_id=flagged(house.psychiatrist, karin),
        because="Ansökan om öppen psykiatrisk tvångsvård 2026-03-02.",
        now=MONDAY,
    )
    plans.invite_unit(
        record=opened(house.psychiatrist, karin, MONDAY),
        plan_id=plan_id,
        unit_id=house.homecoming,
        now=MONDAY,
    )
    return plan_id


def test_no_yes_is_offered_back_where_the_plan_rests_on_the_law(
    karins_phone: Client, by_law: UUID
) -> None:
    page = karins_phone.get("/min-plan/").text
    why = karins_phone.get("/min-plan/ta-tillbaka/")
    sent = karins_phone.post("/min-plan/ta-tillbaka/")

    assert "Skriv vad du vill ta upp" in page
    assert "Ta tillbaka mitt ja till planen" not in page
    assert "Varför jag inte kan säga nej till planen" in page
    assert (why.status_code, sent.status_code) == (403, 403)
    assert "Det finns inget ja att ta tillbaka" in why.text
    assert "Ja, ta tillbaka mitt ja" not in why.text + sent.text


def test_a_plan_that_rests_on_her_yes_offers_it_back(
    karins_phone: Client, sip: UUID
) -> None:
    assert "/min-plan/ta-tillbaka/" in karins_phone.get("/min-plan/").text


def test_her_first_page_knows_her_plan(
    karins_phone: Client, meeting: UUID, sip: UUID
) -> None:
    page = karins_phone.get("/hem/").text
    karins_phone.post("/min-plan/ta-tillbaka/")
    afterwards = karins_phone.get("/hem/").text

    assert "Måndag 9 mars 13.00" in page
    assert "Hur det går hemma" in page
    assert "Hemma hos dig, Björkvägen 4." in page
    assert "Ring Sara" in page
    assert "Inget är planerat just nu" in afterwards
    assert "Ring Vårdcentralen Lillby" in afterwards
