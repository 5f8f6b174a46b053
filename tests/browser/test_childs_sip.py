"""Nils, twelve: both guardians, his own voice, school, and worry told at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from time_machine import Traveller

from naravard.people import services as people
from naravard.people.models import CareUnit
from naravard.people.roles import CareUnitKind, RelatedKind, Role
from naravard.plan.models import Plan
from naravard.plan.rules.edits import Put
from naravard.plan.rules.kinds import LegalBasis, Principal
from tests.browser.desks import Desk, Office
from tests.house import BEFORE, House, at, build_house, employ, register
from tests.plans import activity, whole_sip, written

pytestmark = pytest.mark.browser
NINE = at("2026-03-02 09:00")
HALF_A_YEAR = 180 * 24 * 3600  # seconds
WORRY = "Han har blåmärken som han inte vill berätta om."


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The school's two kinds of unit, and where worry is received."""

    medical: UUID
    welfare: UUID


@pytest.fixture
def house(time_machine: Traveller, transactional_db: None) -> House:
    """A Monday morning in March, two months before Nils turns thirteen."""
    time_machine.move_to(at("2026-03-02 08:00"), tick=False)
    return build_house()


def new_unit(house: House, key: str, name: str, kind: CareUnitKind) -> UUID:
    unit = CareUnit.objects.create(
        key=key,
        organisation=CareUnit.objects.get(pk=house.homecoming).organisation,
        name=name,
        kind=kind,
        municipality_code="9902",
        valid_from=BEFORE,
    )
    return unit.pk


@pytest.fixture
def school(house: House) -> School:
    """Rut, Linn and Per at work."""
    medical = new_unit(house, "emi", "Skolhälsan, Lillby", CareUnitKind.SCHOOL_HEALTH)
    welfare = new_unit(house, "eh", "Elevhälsan, Lillby", CareUnitKind.PUPIL_WELFARE)
    family = new_unit(house, "ifo", "Barn och familj", CareUnitKind.CHILD_AND_FAMILY)
    employ("Rut", "Ask", "Skolsköterska", medical, Role.SCHOOL_NURSE)
    employ("Linn", "Öst", "Skolkurator", welfare, Role.PUPIL_WELFARE)
    employ("Per", "Lund", "Socialsekreterare", family, Role.SOCIAL_WORKER)
    return School(medical=medical, welfare=welfare)


@pytest.fixture
def nils(house: House) -> UUID:
    """He lives with Bo and Ylva, who share custody."""
    child = register("Nils", "Berg", "201305039818", listed_unit_id=house.health_centre)
    for given, number in (("Bo", "198511059802"), ("Ylva", "198804129800")):
        people.add_related(
            person_id=child,
            other_id=register(given, "Berg", number),
            name=f"{given} Berg",
            kind=RelatedKind.GUARDIAN,
            relation="vårdnadshavare",
            valid_from=BEFORE,
        )
    return child


@pytest.fixture
def office(
    browser: Browser,
    live_server: LiveServer,
    settings: Settings,
    nils: UUID,
    school: School,
) -> Iterator[Office]:
    """Where everybody signs in by the form; the sessions last the whole story."""
    settings.DEMO = True
    settings.SIGNIN_CHOICES = "tests.browser.house_people.choices"
    settings.SESSION_COOKIE_AGE = HALF_A_YEAR
    office = Office(browser=browser, server=live_server)
    yield office
    office.close()


def says_yes_for_nils(guardian: Desk) -> None:
    """A guardian answers on the child's page."""
    guardian.opens("/hem/").presses("Nils Berg")
    guardian.opens("/min-plan/").presses("Ja, planera tillsammans")


def test_a_childs_sip_with_school(
    office: Office, house: House, nils: UUID, school: School, time_machine: Traveller
) -> None:
    sara, rut = office.desk("Sara Blom"), office.desk("Rut Ask")
    linn, per = office.desk("Linn Öst"), office.desk("Per Lund")
    bo, ylva = office.desk("Bo Berg"), office.desk("Ylva Berg")
    plan_page = reverse("staff:plan", args=[nils])

    # The need is seen; both guardians answer, each from home
    sara.opens(plan_page).follows("Flagga behov av SIP")
    sara.writes("Varför behöver personen en plan?", "Är sällan i skolan.")
    sara.presses("Flagga behov av SIP")
    sara.reads("Svar från Vårdnadshavare, Bo Berg", "Ylva Berg", "Barn")
    says_yes_for_nils(bo)
    sara.opens(plan_page).reads("Vi väntar på personens svar", "Ylva Berg")
    says_yes_for_nils(ylva)

    # School is a full party, in its two kinds of secrecy
    sara.opens(plan_page).follows("Bjud in en enhet")
    sara.picks("Vilken enhet?", "Skolhälsan, Lillby").presses("Bjud in en enhet")
    sara.follows("Bjud in en enhet").picks("Vilken enhet?", "Elevhälsan, Lillby")
    sara.presses("Bjud in en enhet").follows("Bjud in en enhet")
    sara.picks("Vilken enhet?", "Biståndsenheten, Lillby").presses("Bjud in en enhet")
    mornings = activity(
        "Möter Nils vid bussen på morgonen",
        Principal.OTHER,
        school.welfare,
        basis=LegalBasis.SCHOOL,
    )
    time_machine.move_to(NINE, tick=False)
    written(
        house.district_nurse,
        nils,
        Plan.objects.get().pk,
        *whole_sip(house),
        Put(part=mornings),
        now=NINE,
    )
    rut.opens(plan_page).reads("Möter Nils vid bussen", "Följer upp vikten")
    linn.opens(plan_page).reads("Möter Nils vid bussen")
    linn.reads_nothing_of("Följer upp vikten", "andfådd av att gå i trappan")

    # The meeting is at school, and does not end without the child's own voice
    linn.follows("Kalla till möte").writes("Vad handlar mötet om?", "SIP för Nils")
    linn.writes("Tid", "2026-03-02T10:00").picks("Hur ses ni?", "I skolan")
    linn.presses("Kalla till möte").reads("Kallelsen är skickad")
    time_machine.move_to(at("2026-03-02 11:00"), tick=False)
    sara.opens(plan_page).follows("Mötet är hållet").marks("Personen var med")
    sara.presses("Mötet är hållet").reads("Barnets egen åsikt saknas.")
    sara.writes("Vad säger barnet självt?", "Jag vill börja klockan tio.")
    sara.presses("Mötet är hållet").follows("Skriv anteckningar och beslut")
    sara.writes("Anteckningar", "Skolan ordnar schemat.")
    sara.writes("Personens egen sammanfattning", "Jag får börja klockan tio.")
    sara.presses("Skriv anteckningar och beslut").follows("Låt planen börja gälla")
    sara.presses("Låt planen börja gälla").reads("Planen gäller")
    rut.opens(plan_page).reads("Jag vill börja klockan tio.")
    bo.opens("/min-plan/").reads("Möter Nils vid bussen")

    # Worry is one click away, behind nothing, and told to social services only
    linn.opens(plan_page).follows("Så gör du, och telefonnummer").reads("Ring")
    linn.opens(plan_page).follows("Oro för barnet? Anmäl genast")
    linn.writes("Vad har du sett eller hört?", WORRY).presses("Anmäl nu")
    per.opens(reverse("staff:concern")).reads(WORRY).presses("Vi tar emot anmälan")
    per.reads("Mottagen")
    bo.opens("/min-plan/").reads_nothing_of(WORRY)
    bo.opens("/vem-har-last/").reads_nothing_of("oro", "Oro", "anmäl")

    # From the day he turns thirteen a guardian no longer reads in his place
    time_machine.move_to(at("2026-05-03 09:00"), tick=False)
    bo.opens("/min-plan/").reads_nothing_of("Möter Nils vid bussen")
    sara.opens(plan_page).reads("Möter Nils vid bussen")

    assert office.faults == []
