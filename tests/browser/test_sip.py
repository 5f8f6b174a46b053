"""A SIP from flagged need to its end: region, municipality and Karin signed in."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from time_machine import Traveller

from naravard.plan.models import Plan
from naravard.plan.rules.edits import Put
from naravard.plan.rules.parts import Passage
from tests.browser.desks import Office
from tests.house import House, at, build_house, register
from tests.plans import whole_sip, written

pytestmark = pytest.mark.browser
HALF_A_YEAR = 180 * 24 * 3600  # seconds
NOON, LATER = at("2026-03-02 12:00"), at("2026-03-02 12:30")


@pytest.fixture
def house(time_machine: Traveller, transactional_db: None) -> House:
    """A Monday morning in March, before anybody has seen the need."""
    time_machine.move_to(at("2026-03-02 08:00"), tick=False)
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def office(
    browser: Browser, live_server: LiveServer, settings: Settings, karin: UUID
) -> Iterator[Office]:
    """Where everybody signs in by the form; the sessions last the whole story."""
    settings.DEMO = True
    settings.SIGNIN_CHOICES = "tests.browser.house_people.choices"
    settings.SESSION_COOKIE_AGE = HALF_A_YEAR
    office = Office(browser=browser, server=live_server)
    yield office
    office.close()


def rest_of_the_sip(house: House) -> list[Put]:
    """What the law asks for beside Karin's own words, written by the region."""
    return [
        edit
        for edit in whole_sip(house)
        if not (isinstance(edit, Put) and isinstance(edit.part, Passage))
    ]


def test_a_sip_from_flagged_need_to_evaluated_follow_up(
    office: Office, house: House, karin: UUID, time_machine: Traveller
) -> None:
    sara, maja = office.desk("Sara Blom"), office.desk("Maja Lindström")
    her_own = office.desk("Karin Holm")
    plan_page = reverse("staff:plan", args=[karin])

    # The region sees the need, and nothing is shared before Karin has said yes
    sara.opens(reverse("staff:person", args=[karin]))
    sara.follows("Planen och behov av SIP").follows("Flagga behov av SIP")
    sara.writes(
        "Varför behöver personen en plan?", "Har hjälp av både kommun och vård."
    )
    sara.presses("Flagga behov av SIP").reads("Vi väntar på personens svar")
    time_machine.move_to(NOON, tick=False)
    her_own.opens("/min-plan/").presses("Ja, planera tillsammans")
    her_own.reads("Ditt svar är sparat").follows("Skriv vad som är viktigt")
    her_own.writes("Vad är viktigt för dig?", "Att få bo hemma med min katt.")
    her_own.presses("Spara").follows("Skriv ett mål")
    her_own.writes("Vad vill du uppnå?", "Gå till brevlådan själv.").presses("Spara")

    # The municipality is invited, and both write in the same plan
    sara.opens(plan_page).reads("Gå till brevlådan själv.").follows("Bjud in en enhet")
    sara.picks("Vilken enhet?", "Biståndsenheten, Lillby").presses("Bjud in en enhet")
    plan = Plan.objects.get()
    time_machine.move_to(LATER, tick=False)
    written(
        house.district_nurse,
        karin,
        plan.pk,
        *rest_of_the_sip(house),
        read=plan.version,
        now=LATER,
    )
    maja.opens(plan_page).reads("Att få bo hemma med min katt.").follows("Insats")
    maja.writes("Vad ska göras?", "Matlåda varje dag")
    ours = f"unit:{house.homecoming}"
    maja.page.get_by_label("Vem ansvarar?").select_option(value=ours)
    maja.picks("Läge", "Beslutad").picks("Enligt", "Socialtjänstlagen")
    maja.presses("Lägg till i planen").reads("Planen är ändrad", "Matlåda varje dag")

    # Asked across the border: the municipality says no with a reason, and they talk
    sara.opens(plan_page).follows("Be en enhet om något")
    sara.picks("Till enhet", "Biståndsenheten, Lillby")
    sara.writes("Vad ber ni om?", "Kan ni följa med till brevlådan?")
    sara.presses("Be en enhet om något").reads("Kan ni följa med till brevlådan?")
    maja.opens(reverse("staff:my_day")).reads("Kan ni följa med till brevlådan?")
    maja.opens(plan_page).follows("Svara")
    maja.marks("Avböjd").writes("Varför?", "Ledsagning söks särskilt.")
    maja.presses("Svara").reads("Ledsagning söks särskilt.")
    maja.follows("Skriv till teamet").writes("Till teamet", "Jag ringer henne i dag.")
    maja.presses("Skriv till teamet")
    sara.opens(plan_page).reads("Ledsagning söks särskilt.", "Jag ringer henne i dag.")

    # Everybody is called; Karin and the municipality answer, and the meeting is held
    sara.follows("Kalla till möte")
    sara.writes("Tid", "2026-03-02T14:00").picks("Hur ses ni?", "Hemma")
    sara.presses("Kalla till möte").reads("Kallelsen är skickad")
    her_own.opens("/mina-tider/").follows("Svara").marks("Jag kommer").presses("Skicka")
    maja.opens(reverse("staff:my_day")).follows("Svara för Karin Holm")
    maja.follows("Svara på kallelsen")
    maja.page.get_by_label("Kommer", exact=True).check()
    maja.presses("Svara på kallelsen").reads("Kommer")
    time_machine.move_to(at("2026-03-02 15:00"), tick=False)
    sara.opens(plan_page).follows("Mötet är hållet").presses("Mötet är hållet")
    sara.follows("Skriv anteckningar och beslut")
    sara.writes("Anteckningar", "Vi enades om kvällarna.")
    sara.writes("Personens egen sammanfattning", "Ni ringer mig varje kväll.")
    sara.presses("Skriv anteckningar och beslut").reads("Mötet är klart")
    her_own.opens("/mina-tider/").follows("Berätta hur det var")
    for answer in her_own.page.get_by_label("Ja, helt").all():
        answer.check()
    her_own.presses("Skicka")

    # The plan holds; it is among my persons, on paper, and in the bag for hospital
    sara.opens(plan_page).follows("Låt planen börja gälla")
    sara.presses("Låt planen börja gälla")
    sara.reads("Planen gäller", "Ni ringer mig varje kväll.")
    sara.opens(reverse("staff:my_persons")).reads("Karin Holm")
    sara.follows("De jag är kontakt för").reads("Karin Holm")
    sara.opens(plan_page + "dokument/?plan=sip").reads("Samordnad individuell plan")
    sara.opens(reverse("staff:plan_pack", args=[karin]))
    sara.presses("Gör en kod att skriva ut").reads("Kod för den som tar emot")

    # It is followed up in June, evaluated by Karin and ended; nothing has been lost
    time_machine.move_to(at("2026-06-01 09:00"), tick=False)
    maja.opens(plan_page).follows("Börja följa upp").presses("Börja följa upp")
    sara.opens(plan_page).follows("Uppföljningen är klar")
    sara.writes("Hur har det gått?", "Bättre.").writes(
        "Personens omdöme, 1–5", "4"
    ).writes("Nästa uppföljning", "2026-07-01")
    sara.presses("Uppföljningen är klar").reads("nästa uppföljning är bestämd")
    time_machine.move_to(at("2026-07-01 09:00"), tick=False)
    sara.opens(plan_page).follows("Avsluta planen")
    sara.marks("Målen är nådda")
    sara.writes("Hur blev det?", "Karin klarar sig själv.")
    sara.writes("Personens egen utvärdering", "Jag är nöjd med er alla.")
    sara.presses("Avsluta planen").reads("Avslutad")
    sara.follows("Version").reads("Maja Lindström", "Bättre.", "Jag är nöjd med er")

    assert office.faults == []
