"""The inhabitant's own place: a goal, another time, a block, a daughter and a son."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import Browser
from pytest_django.fixtures import Settings
from pytest_django.live_server_helper import LiveServer
from time_machine import Traveller

from naravard.people import services as people
from naravard.people.roles import RelatedKind
from naravard.plan import services as plans
from naravard.plan.rules.kinds import Mode
from naravard.plan.rules.meetings import InviteeKind
from naravard.plan.services import Invitation, Invited
from tests.browser.accessibility import sideways
from tests.browser.desks import Desk, Office
from tests.house import BEFORE, House, at, build_house, register
from tests.plans import agreed, opened, whole_sip, written

pytestmark = pytest.mark.browser
A_MONTH = 30 * 24 * 3600  # seconds
NOON = at("2026-03-03 12:00")


@pytest.fixture
def house(time_machine: Traveller, transactional_db: None) -> House:
    """A Wednesday in March, with a plan and a meeting to come."""
    time_machine.move_to(at("2026-03-04 12:00"))
    return build_house()


@pytest.fixture
def karin(house: House) -> UUID:
    person = register(
        "Karin", "Holm", "194302149804", listed_unit_id=house.health_centre
    )
    plan_id = agreed(house, person)
    written(house.district_nurse, person, plan_id, *whole_sip(house))
    plans.call_meeting(
        record=opened(house.district_nurse, person),
        plan_id=plan_id,
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
        now=NOON,
    )
    return person


@pytest.fixture(autouse=True)
def close_ones(karin: UUID) -> None:
    """Her daughter, whom she lets read, and her son, whom she does not."""
    for given, number, relation, may_read in (
        ("Eva", "197006129808", "dotter", True),
        ("Olle", "197203039800", "son", False),
    ):
        people.add_related(
            person_id=karin,
            other_id=register(given, "Holm", number),
            name=f"{given} Holm",
            kind=RelatedKind.RELATIVE,
            relation=relation,
            valid_from=BEFORE,
            may_read=may_read,
        )


@pytest.fixture
def office(
    browser: Browser, live_server: LiveServer, settings: Settings, karin: UUID
) -> Iterator[Office]:
    settings.DEMO = True
    settings.SIGNIN_CHOICES = "tests.browser.house_people.choices"
    settings.SESSION_COOKIE_AGE = A_MONTH
    office = Office(browser=browser, server=live_server)
    yield office
    office.close()


def twice_as_large(desk: Desk) -> int:
    """How much wider than a phone the page is with text of 200 %."""
    desk.page.set_viewport_size({"width": 390, "height": 844})
    desk.page.evaluate("document.documentElement.style.fontSize = '200%'")
    wider = sideways(desk.page)
    desk.page.evaluate("document.documentElement.style.fontSize = ''")
    return wider


def test_her_own_place(office: Office, house: House, karin: UUID) -> None:
    karin_home, sara = office.desk("Karin Holm"), office.desk("Sara Blom")
    talks, person = reverse("staff:talks"), reverse("staff:person", args=[karin])

    # She writes a goal and asks for another time; those who help her see it
    karin_home.opens("/min-plan/").follows("Skriv ett mål")
    karin_home.writes("Vad vill du uppnå?", "Gå till kyrkan på söndag.")
    karin_home.presses("Spara").reads("Gå till kyrkan på söndag.")
    karin_home.opens("/mina-tider/").follows("Svara")
    karin_home.marks("Jag vill ha en annan tid")
    karin_home.writes("Tid som passar dig bättre", "2026-03-10T10:00")
    karin_home.presses("Skicka").reads("Du har bett om en annan tid.")
    sara.opens(reverse("staff:plan", args=[karin]))
    sara.reads("Gå till kyrkan på söndag.", "10 mars 10.00")

    # She tells how she wants to be met, and writes to her care
    karin_home.opens("/mina-uppgifter/").follows("Ändra").marks("Brev hem")
    karin_home.presses("Spara").reads("Brev hem")
    large = [twice_as_large(karin_home)]
    karin_home.opens("/meddelanden/").follows("Skriv till min vård")
    karin_home.writes("Vad handlar det om?", "Medicin")
    karin_home.writes("Vad vill du säga?", "Min medicin är slut.").presses("Skicka")
    karin_home.reads("Du får svar senast")
    large.append(twice_as_large(karin_home))
    sara.opens(talks).reads("Till Sara Blom").follows("Medicin")
    sara.reads("Min medicin är slut.")
    sara.writes("Svar till personen", "Receptet är förnyat.").presses("Skicka svaret")
    sara.reads("Receptet är förnyat.").opens(talks).follows("Skriv ut")
    sara.reads("Stationsvägen 4").presses("Brevet är postat")
    karin_home.opens("/meddelanden/").reads("Du har fått ett nytt svar")
    karin_home.follows("Medicin").reads("Receptet är förnyat.", "Nära vård i")

    # In easy Swedish all five pages say the same, in larger text
    karin_home.opens("/hem/").presses("Lättläst").reads("Svarar ingen?")
    for path in ("/min-plan/", "/mina-tider/", "/samtycke/", "/meddelanden/"):
        karin_home.opens(path)
        large.append(twice_as_large(karin_home))
    karin_home.opens("/hem/").presses("Vanlig text")

    # Her daughter reads, and helps once she may; her son is told no
    eva, olle = office.desk("Eva Holm"), office.desk("Olle Holm")
    eva.opens("/hem/").page.get_by_role("button", name="Läs om Karin").click()
    eva.opens("/min-plan/").reads("Gå till kyrkan").reads_nothing_of("Skriv ett mål")
    olle.opens("/hem/").reads_nothing_of("Karin")
    karin_home.opens("/mina-uppgifter/")
    karin_home.page.get_by_role(
        "link", name="Ändra vad personen får göra Eva Holm"
    ).click()
    karin_home.marks("Får läsa och hjälpa till").presses("Spara svaret")
    eva.opens("/min-plan/").follows("Skriv ett mål")
    eva.writes("Vad vill du uppnå?", "Åka till sjön.").presses("Spara")
    eva.reads("Skrivet av Eva Holm, dotter")

    # She closes what her health centre has written: another clinic is now refused
    bo = office.desk("Bo Ek")
    bo.opens(person).reads("Varför behöver du uppgifterna")
    karin_home.opens("/samtycke/").follows("Spärra uppgifter")
    karin_home.marks("Det Vårdcentralen Lillby har skrivit").presses("Spärra")
    karin_home.reads("Spärren är satt")
    bo.opens(person).reads("PDL 4 kap. 4 §").reads_nothing_of("Varför behöver du")
    sara.opens(person).reads("Karin Holm", "Vill bli nådd med")
    karin_home.opens("/vem-har-last/").reads("Sara Blom", "Eva Holm")

    assert large == [0] * len(large)
    assert office.faults == []
