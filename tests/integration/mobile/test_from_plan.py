"""An activity in her plan becomes a request to a team, and says that it does."""

from uuid import uuid4

import pytest

from naravard.core.errors import NotFound
from naravard.mobile import services
from naravard.mobile.models import VisitRequest
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import Source, Urgency
from tests.integration.mobile.conftest import MORNING, page_of
from tests.plans import MONDAY, TUESDAY, agreed, the, whole_sip, written

WEIGHT = "Följer upp vikten"


@pytest.fixture
def planned(house, team, karin):
    """Karin's SIP says that the health centre follows her weight."""
    plan = agreed(house, karin, MONDAY)
    written(house.district_nurse, karin, plan, *whole_sip(house))


def ask(house, team, karin, activity):
    with page_of(house.district_nurse):
        return services.request_visit(
            actor=house.district_nurse,
            request=services.NewRequest(
                person_id=karin,
                team_id=team.id,
                urgency=Urgency.PLANNED,
                hand_over=Sbar(situation=WEIGHT),
                activity=activity,
            ),
            now=TUESDAY,
        )


def test_an_activity_of_her_plan_is_offered_and_asked_for(house, team, karin, planned):
    with page_of(house.district_nurse):
        asking = services.open_asking(
            actor=house.district_nurse,
            person_id=karin,
            now=TUESDAY,
            activity_id=the(WEIGHT),
        )

    request = VisitRequest.objects.get(pk=ask(house, team, karin, asking.activity.id))

    assert asking.activity.text == WEIGHT
    assert (request.source, request.activity) == (Source.PLAN, the(WEIGHT))


def test_what_is_not_in_her_plan_is_not_asked_for_from_it(house, team, karin, planned):
    with pytest.raises(NotFound, match="finns inte i personens plan"):
        ask(house, team, karin, uuid4())


@pytest.mark.parametrize("source", [Source.EMERGENCY, Source.ALERT])
def test_a_request_says_what_it_comes_of(house, team, karin, source):
    with page_of(house.municipal_nurse):
        services.request_visit(
            actor=house.municipal_nurse,
            request=services.NewRequest(
                person_id=karin,
                team_id=team.id,
                urgency=Urgency.TODAY,
                hand_over=Sbar(situation="Vikten upp två kilo på tre dagar."),
                source=source,
            ),
            now=MORNING,
        )

    with page_of(team.lena):
        [row] = services.open_requests(actor=team.lena, now=MORNING)

    assert row.source is source
