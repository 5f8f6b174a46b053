"""Cars, bags and machines: no day is promised or planned beyond what is enough."""

from datetime import timedelta

import pytest

from naravard.mobile import services
from naravard.mobile.models import Visit
from naravard.mobile.routing.replanning.standing import PlanBreaksARule
from naravard.mobile.rules.resources import NotEnoughOfAThing, ResourceKind
from naravard.mobile.rules.states import OrderKind, OrderState, TeamState
from naravard.people.roles import Role
from tests.house import TODAY, actor, employ
from tests.integration.mobile.conftest import MORNING, page_of

TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def ultrasound(team):
    """One machine, enough for one visit a day."""
    return services.keep_resource(
        team_id=team.id,
        resource=services.NewResource(
            kind=ResourceKind.ULTRASOUND,
            name="Ultraljud 1",
            capacity=1,
            opens_on=TODAY,
        ),
        state=TeamState.ACTIVE,
    )


def say_yes(team, request, day=TODAY, resources=(ResourceKind.ULTRASOUND,)):
    with page_of(team.lena):
        return services.accept(
            actor=team.lena,
            request_id=request,
            acceptance=services.Acceptance(
                why="Ultraljud av blåsan",
                needs=("nurse",),
                minutes=30,
                day=day,
                resources=resources,
                answer="Tiden är bokad.",
            ),
            now=MORNING,
        )


def propose(team):
    with page_of(team.lena):
        return services.propose(actor=team.lena, day=TODAY, now=MORNING)


def test_one_visit_more_than_the_machine_is_enough_for_is_not_promised(
    team, karin, bo, asked, ultrasound
):
    say_yes(team, asked(karin))
    wanted = asked(bo)

    with pytest.raises(NotEnoughOfAThing, match="Ultraljud 1 räcker till 1 besök"):
        say_yes(team, wanted)

    assert say_yes(team, wanted, day=TOMORROW)


def test_what_the_team_does_not_have_is_not_promised(team, karin, asked):
    with pytest.raises(NotEnoughOfAThing, match="Teamet har inget ultraljud i bruk"):
        say_yes(team, asked(karin))


def test_a_visit_is_not_moved_to_a_day_when_the_machine_is_taken(
    team, karin, bo, asked, ultrasound
):
    visit = say_yes(team, asked(karin))
    say_yes(team, asked(bo), day=TOMORROW)

    with page_of(team.lena), pytest.raises(NotEnoughOfAThing):
        services.change_day(
            actor=team.lena, visit_id=visit, day=TOMORROW, reason="", now=MORNING
        )


def test_a_day_that_has_become_too_much_is_not_planned_beyond_the_machine(
    team, karin, bo, asked, ultrasound
):
    say_yes(team, asked(karin))
    late = say_yes(team, asked(bo), resources=())
    Visit.objects.filter(pk=late).update(resources=[ResourceKind.ULTRASOUND])

    shown = propose(team)

    assert {len(each.unplanned) for each in shown.options} == {1}
    [use] = shown.day.things
    assert (use.called, use.enough_for, use.needed) == ("Ultraljud 1", 1, 2)


def test_a_move_by_hand_beyond_the_machine_is_refused_by_its_name(
    team, karin, bo, asked, ultrasound
):
    say_yes(team, asked(karin))
    late = say_yes(team, asked(bo), resources=())
    Visit.objects.filter(pk=late).update(resources=[ResourceKind.ULTRASOUND])
    first = Visit.objects.exclude(pk=late).get()
    with page_of(team.lena):
        services.move(
            actor=team.lena,
            day=TODAY,
            visit_id=first.pk,
            to_shift=team.alis_shift,
            now=MORNING,
        )

    with page_of(team.lena), pytest.raises(PlanBreaksARule, match="Ultraljud 1 räcker"):
        services.move(
            actor=team.lena,
            day=TODAY,
            visit_id=late,
            to_shift=team.alis_shift,
            now=MORNING,
        )


def test_what_a_visit_needs_is_changed_within_what_there_is(
    team, karin, bo, asked, ultrasound
):
    taken = say_yes(team, asked(karin))
    other = say_yes(team, asked(bo), resources=())

    with pytest.raises(NotEnoughOfAThing):
        change_things(team, other, {ResourceKind.ULTRASOUND})
    change_things(team, taken, ())
    change_things(team, other, {ResourceKind.ULTRASOUND})

    assert Visit.objects.get(pk=other).resources == ["ultrasound"]


def change_things(team, visit_id, resources):
    with page_of(team.lena):
        services.change_things(
            actor=team.lena, visit_id=visit_id, resources=resources, now=MORNING
        )


def test_an_xray_waits_until_the_machine_is_in_use(house, team, karin):
    ingrid = actor(
        employ("Ingrid", "Ask", "Läkare", house.health_centre, Role.PHYSICIAN)
    )
    machine = services.keep_resource(
        team_id=team.id,
        resource=services.NewResource(
            kind=ResourceKind.XRAY, name="Röntgen 1", capacity=6, opens_on=TODAY
        ),
    )
    with page_of(ingrid):
        order = services.order_to_home(
            actor=ingrid,
            order=services.NewOrder(
                person_id=karin,
                kind=OrderKind.XRAY,
                what="skelett",
                region="höger höft",
                question="Fraktur?",
                helper_on_site=True,
                team_id=team.id,
            ),
            now=MORNING,
        )

    with page_of(team.lena):
        with pytest.raises(NotEnoughOfAThing, match="ingen röntgenapparat i bruk"):
            accept_order(team, order)
        services.change_resource(
            actor=team.lena,
            resource_id=machine.pk,
            to=TeamState.ACTIVE,
            capacity=6,
            now=MORNING,
        )
        accept_order(team, order)

    assert Visit.objects.get().resources == ["xray"]


def accept_order(team, order):
    services.change_order(
        actor=team.lena, order_id=order, to=OrderState.ACCEPTED, now=MORNING
    )
