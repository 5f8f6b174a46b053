"""What teams and home nursing have ordered to people's homes today."""

from datetime import datetime, timedelta

from naravard.access.queries import actor_for_assignment
from naravard.core.clock import day_of
from naravard.demo.visits.teams import TeamAtWork
from naravard.demo.visits.weeks import Known
from naravard.mobile import services
from naravard.mobile.rules.states import OrderKind, OrderState

REFERRED_AGO, ACCEPTED_AGO = timedelta(minutes=90), timedelta(minutes=70)
EQUIPMENT_AGO = timedelta(days=2)
EQUIPMENT = "Höj- och sänkbar säng"


def order_home(
    team: TeamAtWork,
    known: tuple[Known, ...],
    to_xray: TeamAtWork | None,
    now: datetime,
    *,
    is_accepted: bool,
) -> None:
    """The team's physician refers somebody to X-ray, and home nursing orders a bed."""
    if not known:
        return
    if to_xray is not None and team.physicians:
        _refer(team, known[0], to_xray, now, is_accepted=is_accepted)
    _order_a_bed(known[-1], now)


def _refer(
    team: TeamAtWork,
    somebody: Known,
    to_xray: TeamAtWork,
    now: datetime,
    *,
    is_accepted: bool,
) -> None:
    at = now - REFERRED_AGO
    physician = actor_for_assignment(team.physicians[0].assignment_id, day_of(at))
    order_id = services.order_to_home(
        actor=physician,
        order=services.NewOrder(
            person_id=somebody.patient.person_id,
            kind=OrderKind.XRAY,
            what="skelett",
            region="höger höft",
            question="Föll i natt, ont vid belastning. Fraktur?",
            mobility="Går korta sträckor med rullator",
            helper_on_site=True,
            team_id=to_xray.unit.id,
        ),
        now=at,
    )
    if is_accepted and to_xray.nurses:
        services.change_order(
            actor=actor_for_assignment(to_xray.nurses[0].assignment_id, day_of(now)),
            order_id=order_id,
            to=OrderState.ACCEPTED,
            visit_on=day_of(now),
            now=now - ACCEPTED_AGO,
        )


def _order_a_bed(somebody: Known, now: datetime) -> None:
    at = now - EQUIPMENT_AGO
    nurse = actor_for_assignment(somebody.asked_by.assignment_id, day_of(at))
    order_id = services.order_to_home(
        actor=nurse,
        order=services.NewOrder(
            person_id=somebody.patient.person_id,
            kind=OrderKind.EQUIPMENT,
            what=EQUIPMENT,
            question="Svårt att komma upp ur sängen.",
        ),
        now=at,
    )
    services.change_order(
        actor=nurse, order_id=order_id, to=OrderState.ACCEPTED, now=now
    )
