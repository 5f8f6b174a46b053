"""Mobile X-ray and equipment: who orders, who answers, and what becomes of it."""

import pytest

from naravard.access import queries as access_queries
from naravard.access.rules import AccessDenied
from naravard.core.errors import NotFound
from naravard.mobile import services
from naravard.mobile.models import HomeOrder, Visit
from naravard.mobile.rules.errors import NotToBeTakenAtHome
from naravard.mobile.rules.orders import (
    OnlyAPhysicianRefers,
    OrderNeedsAnAnswer,
    ReferralNotComplete,
)
from naravard.mobile.rules.states import OrderKind, OrderState
from naravard.people.roles import Role
from tests.house import TODAY, actor, employ
from tests.integration.mobile.conftest import MORNING, page_of


@pytest.fixture
def ingrid(house):
    """A physician at Karin's health centre."""
    return actor(employ("Ingrid", "Ask", "Läkare", house.health_centre, Role.PHYSICIAN))


def hip(karin, team, **rest):
    given = {
        "person_id": karin,
        "kind": OrderKind.XRAY,
        "what": "skelett",
        "region": "höger höft",
        "question": "Fraktur?",
        "helper_on_site": True,
        "team_id": team.id,
    }
    return services.NewOrder(**(given | rest))


def order(who, wanted):
    with page_of(who):
        return services.order_to_home(actor=who, order=wanted, now=MORNING)


def change(who, order_id, to, answer=""):
    with page_of(who):
        services.change_order(
            actor=who, order_id=order_id, to=to, answer=answer, now=MORNING
        )


def test_an_xray_becomes_a_visit_and_its_answer_is_seen_by_all(
    house, team, karin, ingrid
):
    order_id = order(ingrid, hip(karin, team))

    change(team.lena, order_id, OrderState.ACCEPTED)
    change(team.lena, order_id, OrderState.DONE, "Ingen fraktur.")

    visit = Visit.objects.get()
    assert (visit.needs, visit.day) == (["radiographer"], TODAY)
    herself = access_queries.actor_for_person(karin)
    with page_of(herself):
        [seen] = services.open_own_visits(actor=herself, now=MORNING).orders
    assert (seen.state, seen.answer) == (OrderState.DONE, "Ingen fraktur.")
    with page_of(ingrid):
        [listed] = services.open_orders(actor=ingrid, now=MORNING)
    assert (listed.answer, listed.visit_on) == ("Ingen fraktur.", TODAY)


@pytest.mark.parametrize(
    ("lacks", "refusal"),
    [
        ({"what": "huvud"}, NotToBeTakenAtHome),
        ({"region": ""}, ReferralNotComplete),
        ({"question": " "}, ReferralNotComplete),
        ({"helper_on_site": False}, ReferralNotComplete),
    ],
    ids=["head", "region", "question", "helper"],
)
def test_a_referral_that_is_not_whole_is_refused(team, karin, ingrid, lacks, refusal):
    with pytest.raises(refusal):
        order(ingrid, hip(karin, team, **lacks))


def test_only_a_physician_refers_to_xray(house, team, karin):
    with pytest.raises(OnlyAPhysicianRefers):
        order(house.municipal_nurse, hip(karin, team))


def test_whoever_declines_says_why(team, karin, ingrid):
    order_id = order(ingrid, hip(karin, team))

    with pytest.raises(OrderNeedsAnAnswer):
        change(team.lena, order_id, OrderState.DECLINED)


def test_equipment_is_followed_by_whoever_ordered_it(house, team, karin):
    nurse = house.municipal_nurse
    bed = services.NewOrder(
        person_id=karin, kind=OrderKind.EQUIPMENT, what="Höj- och sänkbar säng"
    )
    order_id = order(nurse, bed)

    change(nurse, order_id, OrderState.ACCEPTED)

    assert HomeOrder.objects.get().state == OrderState.ACCEPTED
    with pytest.raises((AccessDenied, NotFound)):
        change(team.lena, order_id, OrderState.DONE)
