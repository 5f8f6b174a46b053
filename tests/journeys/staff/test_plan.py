"""The plan's pages as staff meet them: from flagged need to a plan that ends."""

import re
from uuid import UUID

import pytest
from django.urls import reverse
from time_machine import Traveller

from naravard.access.rules import Actor
from naravard.discharge import services as discharge
from naravard.discharge.services import Admission, When
from naravard.people import services as people
from naravard.people.models import CareUnit
from naravard.people.roles import CareUnitKind, RelatedKind, Role
from naravard.plan.models import Activity, Concern, Meeting, Need, PlanTask
from tests.house import BEFORE, House, actor, at, employ, register
from tests.journeys.staff.browsing import answered
from tests.journeys.staff.conftest import SignIn
from tests.journeys.staff.planning import do_in_plan, plan_page, write_part
from tests.plans import MONDAY, agreed, the, whole_sip, written

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def plan(house: House, karin: UUID, clock: Traveller) -> UUID:
    """Karin has said yes; two units take part, and nothing is written."""
    return agreed(house, karin, at("2026-03-02 08:00"))


@pytest.fixture
def sip(house: House, karin: UUID, plan: UUID) -> UUID:
    """All that a SIP must have is written."""
    written(house.district_nurse, karin, plan, *whole_sip(house), now=MONDAY)
    return plan


def test_a_need_is_flagged_and_the_person_says_yes(
    sign_in: SignIn, house: House, karin: UUID
) -> None:
    sara = sign_in(house.district_nurse)

    do_in_plan(sara, karin, "behov", because="Hon har hjälp av både kommun och region.")
    before = plan_page(sara, karin)
    do_in_plan(sara, karin, "svar", speaker="person:", yes="yes", how="spoken")

    assert "Vi väntar på personens svar" in before
    assert "Kalla till möte" in plan_page(sara, karin)


def test_a_no_is_kept_and_nothing_is_shared(
    sign_in: SignIn, house: House, karin: UUID
) -> None:
    sara = sign_in(house.district_nurse)
    do_in_plan(sara, karin, "behov", because="Hon har hjälp av både kommun och region.")

    do_in_plan(sara, karin, "svar", speaker="person:", yes="no", how="spoken")

    assert "Frågan ställs igen 31 maj" in plan_page(sara, karin)


def test_a_unit_outside_the_plan_is_told_how_to_be_invited(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    page = sign_in(house.ward_nurse).get(reverse("staff:plan", args=[karin]))

    assert page.status_code == 403
    assert "Att få bo hemma" not in page.text


def test_the_whole_plan_is_read_on_one_page(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    text = plan_page(sign_in(house.care_planner), karin)

    assert "Att få bo hemma med min katt." in text
    assert "Hjälper till med dusch" in text
    assert "Sara Blom" in text
    assert "Din kontakt" in text


def test_a_part_is_added_and_read_by_the_others(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    sent = write_part(
        sign_in(house.care_planner),
        karin,
        "activities",
        read_version=1,
        text="Matlåda varje dag",
        who=f"unit:{house.homecoming}",
        kind="service",
        basis="sol",
        status="accepted",
    )

    assert answered(sent)
    assert "Matlåda varje dag" in plan_page(sign_in(house.district_nurse), karin)
    assert Activity.objects.get(text="Matlåda varje dag").principal == "municipality"


def need_form(text: str) -> dict[str, object]:
    return {"text": text, "area": "d4", "severity": 2}


def test_two_who_write_the_same_part_see_both_sides(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    maja, sara = sign_in(house.care_planner), sign_in(house.district_nurse)
    behov = the("behov")
    write_part(
        maja, karin, "needs", part_id=behov, read_version=1, **need_form("Trappan")
    )

    clash = write_part(
        sara, karin, "needs", part_id=behov, read_version=1, **need_form("Andfådd")
    )
    again = write_part(
        sara,
        karin,
        "needs",
        part_id=behov,
        read_version=2,
        **need_form("Andfådd i trappan"),
    )

    assert clash.status_code == 409
    assert "Maja Lindström, Samordnare ändrade samma del medan du skrev" in clash.text
    assert "Trappan" in clash.text
    assert "Andfådd" in clash.text
    assert answered(again)
    assert Need.objects.get().text == "Andfådd i trappan"


def test_history_shows_what_each_version_changed(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    maja = sign_in(house.care_planner)
    write_part(
        maja,
        karin,
        "needs",
        part_id=the("behov"),
        read_version=1,
        because="Efter hembesök",
        **need_form("Trappan"),
    )

    text = maja.get(reverse("staff:plan_history", args=[karin])).text

    assert "Efter hembesök" in text
    assert "Hon blir andfådd av att gå i trappan." in text
    assert "Trappan" in text


def test_a_need_that_nobody_owns_alarms_until_a_unit_takes_it_on(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    sara, maja = sign_in(house.district_nurse), sign_in(house.care_planner)
    write_part(sara, karin, "needs", read_version=1, **need_form("Ensam på kvällen"))
    alarm = plan_page(sara, karin)
    need = Need.objects.get(text="Ensam på kvällen")

    do_in_plan(
        sara,
        karin,
        "be-om",
        about=need.pk,
        kind="own_need",
        to=house.homecoming,
        text="Ensam på kvällen",
        need=need.pk,
    )
    waiting = maja.get(reverse("staff:my_day")).text
    do_in_plan(
        maja,
        karin,
        "svara-uppgift",
        about=PlanTask.objects.get().pk,
        status="accepted",
    )

    assert "Ett behov har ingen ansvarig" in alarm
    assert "Ensam på kvällen" in waiting
    assert "Ett behov har ingen ansvarig" not in plan_page(maja, karin)


def test_a_no_needs_a_reason(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    do_in_plan(
        sign_in(house.district_nurse),
        karin,
        "be-om",
        kind="do",
        to=house.homecoming,
        text="Kan ni följa med?",
    )

    refused = do_in_plan(
        sign_in(house.care_planner),
        karin,
        "svara-uppgift",
        about=PlanTask.objects.get().pk,
        status="declined",
    )

    assert refused.status_code == 422
    assert "Det behövs ett skäl för att säga nej." in refused.text


def test_whose_it_is_is_asked_only_when_somebody_goes_on(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    sara = sign_in(house.district_nurse)
    question = {"kind": "boundary", "to": house.homecoming, "text": "Vem handlar?"}

    refused = do_in_plan(sara, karin, "be-om", **question)
    asked = do_in_plan(sara, karin, "be-om", meanwhile=house.homecoming, **question)

    assert "Ingen är utsedd att göra det medan frågan avgörs." in refused.text
    assert answered(asked)
    assert "senast 5 mars" in plan_page(sara, karin)


def test_from_call_to_closed_plan(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID, clock: Traveller
) -> None:
    sara, maja = sign_in(house.district_nurse), sign_in(house.care_planner)
    do_in_plan(
        sara,
        karin,
        "kalla",
        purpose="Hur ska det gå hemma?",
        time="2026-03-02T13:00",
        minutes_long=45,
        mode="home",
        place="Hemma hos Karin",
        invited=["person", f"unit:{house.homecoming}", f"unit:{house.health_centre}"],
    )
    meeting = Meeting.objects.get()
    invitee = meeting.invitees.get(unit_id=house.homecoming)
    do_in_plan(maja, karin, "tacka", about=meeting.pk, invitee=invitee.pk, answer="yes")

    clock.move_to(at("2026-03-02 14:00"))
    attended = [str(one.pk) for one in meeting.invitees.all()]
    do_in_plan(sara, karin, "hall", about=meeting.pk, attended=attended, took_part="on")
    do_in_plan(
        sara,
        karin,
        "avsluta-mote",
        about=meeting.pk,
        text="Vi gick igenom allt.",
        own_summary="Jag ska få hjälp på kvällen.",
        decision_1="Ringer varje kväll",
        who_1=f"unit:{house.homecoming}",
    )
    do_in_plan(sara, karin, "borja-galla")
    holds = plan_page(maja, karin)
    do_in_plan(maja, karin, "folj-upp", because="Karin har ramlat")
    do_in_plan(
        sara, karin, "uppfoljd", outcome="Bättre.", experience=4, next_on="2026-06-01"
    )
    do_in_plan(
        sara,
        karin,
        "avsluta",
        because="goals_met",
        outcome="Hon klarar sig.",
        evaluation="Jag är nöjd.",
    )

    assert "Planen gäller" in holds
    assert "Ringer varje kväll" in holds
    assert "Jag ska få hjälp på kvällen." in holds
    assert "Avslutad" in plan_page(sara, karin)


def test_a_plan_that_lacks_something_says_what(
    sign_in: SignIn, house: House, karin: UUID, plan: UUID
) -> None:
    refused = do_in_plan(sign_in(house.district_nurse), karin, "borja-galla")

    assert refused.status_code == 422
    assert "Inget behov är beskrivet." in refused.text
    assert "HSL 16 kap. 4 §" in refused.text


def test_a_legal_plan_is_printed_and_signed(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    sara = sign_in(house.district_nurse)
    do_in_plan(sara, karin, "justera", view="sip")

    page = sara.get(reverse("staff:plan_document", args=[karin]), {"plan": "sip"})

    assert "Samordnad individuell plan (SIP)" in page.text
    assert "Vårdcentralen Lillby, Sara Blom" in page.text


def test_withdrawn_consent_closes_the_page_at_once(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    do_in_plan(sign_in(house.district_nurse), karin, "aterkalla", because="Vill inte.")

    text = plan_page(sign_in(house.district_nurse), karin)

    assert "Att få bo hemma" not in text
    assert "Samtycket är återkallat" in text


def test_the_person_page_has_the_plan_beside_the_way_home(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    text = sign_in(house.district_nurse).get(reverse("staff:person", args=[karin])).text

    assert "Att få bo hemma med min katt." in text
    assert "Ring nu" in text
    assert "Skrev i planen" in text


def test_my_persons_are_those_whose_plan_we_are_in(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    sara = sign_in(house.district_nurse)
    ours = sara.get(reverse("staff:my_persons")).text
    mine = sara.get(reverse("staff:my_persons"), {"visa": "mina"}).text
    theirs = sign_in(house.stranger).get(reverse("staff:my_persons")).text

    assert "Karin Holm" in ours
    assert "Karin Holm" in mine
    assert "Karin Holm" not in theirs


def test_a_meeting_file_tells_when_and_not_what(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    sara = sign_in(house.district_nurse)
    do_in_plan(
        sara,
        karin,
        "kalla",
        purpose="Om hennes alkohol",
        time="2026-03-04T13:00",
        minutes_long=45,
        mode="video",
        invited=["person"],
    )

    meeting = Meeting.objects.get()
    file = sara.get(reverse("staff:plan_calendar", args=[karin, meeting.pk]))

    assert "DTSTART" in file.text
    assert "alkohol" not in file.text


def code_on(text: str) -> str:
    """The code that stands on a printed pack."""
    found = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", text)
    return found.group() if found else ""


@pytest.fixture
def admitted(house: House, karin: UUID, clock: Traveller) -> None:
    """Karin has come to the ward."""
    discharge.admit(
        actor=house.ward_nurse,
        admission=Admission(person_id=karin, ward_id=house.ward),
        when=When(now=at("2026-03-02 08:00")),
    )


def test_the_pack_goes_with_her_and_its_code_opens_the_plan_once(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID, admitted: None
) -> None:
    jonas, ali = sign_in(house.district_nurse), sign_in(house.ward_nurse)
    paper = jonas.post(reverse("staff:plan_pack", args=[karin])).text
    address = reverse("staff:plan_pack_code", args=[karin])

    opened = ali.post(address, {"request_id": the("a"), "code": code_on(paper).lower()})
    again = sign_in(house.psychiatrist)
    reused = ali.post(address, {"request_id": the("b"), "code": code_on(paper)})

    assert "Att få bo hemma med min katt." in paper
    assert opened.status_code == 302
    assert "Att få bo hemma med min katt." in plan_page(ali, karin)
    assert "Medicin" in plan_page(jonas, karin)
    assert reused.status_code == 422
    assert again.get(reverse("staff:plan", args=[karin])).status_code == 403


def test_a_wrong_code_opens_nothing(
    sign_in: SignIn, house: House, karin: UUID, sip: UUID, admitted: None
) -> None:
    sent = {"request_id": the("a"), "code": "AAAA-BBBB-CCCC"}

    refused = sign_in(house.ward_nurse).post(
        reverse("staff:plan_pack_code", args=[karin]), sent
    )

    assert refused.status_code == 422
    assert "Koden öppnar inte planen." in refused.text


@pytest.fixture
def family_services(house: House) -> Actor:
    """Somebody where worry about children in Lillby is received."""
    unit = CareUnit.objects.create(
        key="lillby-barn",
        organisation=CareUnit.objects.get(pk=house.homecoming).organisation,
        name="Barn och familj, Lillby",
        kind=CareUnitKind.CHILD_AND_FAMILY,
        municipality_code="9902",
        valid_from=BEFORE,
    )
    return actor(
        employ("Per", "Lund", "Socialsekreterare", unit.pk, Role.SOCIAL_WORKER)
    )


def test_worry_about_a_child_needs_no_relation_and_no_plan(
    sign_in: SignIn, house: House, family_services: Actor
) -> None:
    nils = register("Nils", "Berg", "201805039813")
    per = sign_in(family_services)

    sent = sign_in(house.stranger).post(
        reverse("staff:report_concern", args=[nils]),
        {"request_id": the("oro"), "text": "Han kommer hungrig till förskolan."},
        follow=True,
    )
    told = per.get(reverse("staff:concern")).text
    concern = Concern.objects.get()
    received = per.post(
        reverse("staff:receive_concern", args=[concern.pk]), follow=True
    ).text

    assert "Anmälan är skickad" in sent.text
    assert "Han kommer hungrig till förskolan." in told
    assert "Vi tar emot anmälan" in told
    assert "Vi tar emot anmälan" not in received


def test_a_childs_sip_with_the_school_as_a_full_party(
    sign_in: SignIn, house: House, clock: Traveller
) -> None:
    nils = register("Nils", "Berg", "201305039818", listed_unit_id=house.health_centre)
    father = guardian(nils, "Bo Berg")
    school = CareUnit.objects.create(
        key="lillby-skola",
        organisation=CareUnit.objects.get(pk=house.homecoming).organisation,
        name="Elevhälsan, Lillby",
        kind=CareUnitKind.SCHOOL_HEALTH,
        municipality_code="9902",
        valid_from=BEFORE,
    )
    rut = actor(employ("Rut", "Ask", "Skolsköterska", school.pk, Role.SCHOOL_NURSE))
    sara, rut_at_school = sign_in(house.district_nurse), sign_in(rut)

    do_in_plan(sara, nils, "behov", because="Är sällan i skolan.")
    begun = plan_page(sara, nils)
    do_in_plan(
        sara, nils, "svar", speaker=f"guardian:{father}", yes="yes", how="spoken"
    )
    do_in_plan(sara, nils, "bjud-in", unit=school.pk)
    write_part(
        rut_at_school,
        nils,
        "goals",
        text="Vara på tre lektioner",
        need_ids=[],
    )
    do_in_plan(
        sara,
        nils,
        "kalla",
        purpose="SIP för Nils",
        time="2026-03-02T10:00",
        minutes_long=45,
        mode="school",
        invited=["person", f"related:{father}", f"unit:{school.pk}"],
    )
    meeting = Meeting.objects.get()
    clock.move_to(at("2026-03-02 11:00"))
    silent = do_in_plan(sara, nils, "hall", about=meeting.pk, took_part="on")
    heard = do_in_plan(
        sara,
        nils,
        "hall",
        about=meeting.pk,
        took_part="on",
        childs_view="Jag vill börja klockan tio.",
    )

    assert "Oro för barnet? Anmäl genast" in begun
    assert "Svar från Vårdnadshavare" in begun
    assert "Barnets egen åsikt saknas." in silent.text
    assert answered(heard)
    assert "Jag vill börja klockan tio." in plan_page(rut_at_school, nils)
    assert "Vara på tre lektioner" in plan_page(sara, nils)


def guardian(child: UUID, name: str) -> UUID:
    """A guardian of the child; returns the id of the relation."""
    relation = the(name)
    people.add_related(
        related_id=relation,
        person_id=child,
        name=name,
        kind=RelatedKind.GUARDIAN,
        relation="vårdnadshavare",
        valid_from=BEFORE,
    )
    return relation
