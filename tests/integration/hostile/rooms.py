"""What stands in the newer rooms of the town: plans, visits, worry and a road."""

from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from uuid import UUID

from naravard.access.rules import Actor
from naravard.core.clock import moment_at
from naravard.mobile import services as mobile
from naravard.mobile.rules.sbar import Sbar
from naravard.mobile.rules.states import TeamKind, TeamState, Urgency
from naravard.mobile.rules.travel import Point
from naravard.people.models import CareUnit
from naravard.people.roles import CareUnitKind, Role
from naravard.plan import services as plans
from naravard.plan.models import Plan
from naravard.plan.rules.edits import Put
from naravard.plan.rules.kinds import Mode, PassageKind, Principal
from naravard.plan.rules.meetings import InviteeKind
from naravard.roadmap.document import read_roadmap
from naravard.roadmap.models import Initiative, Milestone, Obstacle, RoadDecision
from naravard.roadmap.services import load_roadmap
from tests.house import House, actor, at, employ
from tests.plans import activity, agreed, flagged, opened, passage, the, written

ROAD = Path(__file__).parents[3] / "counties" / "roadmap" / "vastmanland.toml"
A_DAY = date(2026, 3, 4)
THEN = at("2026-03-03 13:00")
BASE = Point(59.0, 16.1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A plan and what can be asked for in it."""

    meeting: UUID | None = None
    task: UUID | None = None
    activity: UUID | None = None
    of_unit: UUID | None = None  # whose the activity is
    is_shared: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """What a team has been asked, and the visit it became."""

    request: UUID
    team: UUID
    visit: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Teams:
    """Who visits homes: a team at work, and one that nobody has asked."""

    south: UUID
    shift: UUID
    planner: Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheRoad:
    """What the county's road is moved by."""

    initiative: UUID
    obstacle: UUID
    milestone: UUID
    decision: UUID


def open_more_units() -> None:
    """A second team, and those who receive reports of concern in Lillby."""
    north = CareUnit.objects.get(key="team-syd")
    north.pk, north.key, north.name = the("team-norr"), "team-norr", "Teamet Norr"
    north.hsa_id = ""
    north.save(force_insert=True)
    family = CareUnit.objects.get(key="lillby-hemgang")
    family.pk, family.key = the("lillby-barn"), "lillby-barn"
    family.name, family.hsa_id = "Barn och familj, Lillby", ""
    family.kind, family.municipality_code = CareUnitKind.CHILD_AND_FAMILY, "9902"
    family.save(force_insert=True)


def set_up_teams() -> Teams:
    """Both teams go everywhere; one nurse in the south has a shift."""
    units = {key: CareUnit.objects.get(key=key).pk for key in ("team-syd", "team-norr")}
    for unit in units.values():
        mobile.start_team(
            team=mobile.NewTeam(
                unit_id=unit,
                kind=TeamKind.CLOSE_CARE,
                visits_a_day=20,
                municipalities=("9901", "9902"),
                base=BASE,
                opens_on=date(2026, 1, 1),
            ),
            state=TeamState.ACTIVE,
        )
    south = units["team-syd"]
    planner = employ("Lena", "Alm", "Sjuksköterska", south, Role.DISTRICT_NURSE)
    shifts = mobile.add_shifts(
        shifts=[
            mobile.NewShift(
                team_id=south,
                assignment_id=planner,
                day=A_DAY,
                starts_at=moment_at(A_DAY, time(8)),
                ends_at=moment_at(A_DAY, time(17)),
            )
        ]
    )
    return Teams(south=south, shift=shifts[0], planner=actor(planner))


def make_plan(house: House, person_id: UUID) -> Planned:
    """A shared plan with an activity, a meeting to come and something asked."""
    nurse = house.district_nurse
    plan_id = agreed(house, person_id, THEN)
    help_at_home = activity("Duschen", Principal.MUNICIPALITY, house.homecoming)
    words = passage(PassageKind.WHAT_MATTERS, "Hemligheten om mig")
    written(
        nurse,
        person_id,
        plan_id,
        Put(part=replace(help_at_home, id=the(f"Duschen {person_id}"))),
        Put(part=replace(words, id=the(f"Viktigt {person_id}"))),
        now=THEN,
    )
    record = opened(nurse, person_id, THEN)
    invited = (
        plans.Invited(kind=InviteeKind.PERSON, name="Kim"),
        plans.Invited(
            kind=InviteeKind.UNIT, name="Biståndsenheten", unit_id=house.homecoming
        ),
    )
    meeting = plans.call_meeting(
        record=record,
        plan_id=plan_id,
        invitation=plans.Invitation(
            purpose="Hemligheten",
            mode=Mode.VIDEO,
            times=(at("2026-03-05 09:00"),),
            invited=invited,
        ),
        now=THEN,
    )
    task = plans.ask(
        record=record,
        plan_id=plan_id,
        asked=plans.Asked(to_unit_id=house.homecoming, text="Hemlig fråga"),
        now=THEN,
    )
    return Planned(
        meeting=meeting,
        task=task,
        activity=the(f"Duschen {person_id}"),
        of_unit=house.homecoming,
    )


def take_back(house: House, person_id: UUID) -> Planned:
    """A plan she said yes to and has taken back."""
    agreed(house, person_id, THEN)
    record = opened(house.district_nurse, person_id, THEN)
    plan_id = Plan.objects.get(person_id=person_id).pk
    plans.withdraw(record=record, plan_id=plan_id, now=at("2026-03-03 15:00"))
    return Planned(is_shared=False)


def flag(house: House, person_id: UUID) -> Planned:
    """A plan that nobody has said yes to yet."""
    flagged(house.district_nurse, person_id, THEN)
    return Planned(is_shared=False)


def ask_team(house: House, teams: Teams, person_id: UUID) -> Visited:
    """Home nursing asks the team in the south, which has not answered."""
    asked = mobile.request_visit(
        actor=house.municipal_nurse,
        request=mobile.NewRequest(
            person_id=person_id,
            team_id=teams.south,
            urgency=Urgency.TODAY,
            hand_over=Sbar(situation="Hemligheten: andfådd sedan i natt."),
        ),
        now=THEN,
    )
    return Visited(request=asked, team=teams.south)


def visit(house: House, teams: Teams, person_id: UUID) -> Visited:
    """The team has said that it comes."""
    asked = ask_team(house, teams, person_id)
    made = mobile.accept(
        actor=teams.planner,
        request_id=asked.request,
        acceptance=mobile.Acceptance(
            why="Hemligheten",
            needs=("nurse",),
            minutes=40,
            day=A_DAY,
            place=BASE,
            answer="Hemligheten: i morgon.",
        ),
        now=THEN,
    )
    return replace(asked, visit=made)


def worry(house: House, person_id: UUID) -> UUID:
    """A report of concern, told to the children's unit of the municipality."""
    return plans.report_concern(
        actor=house.ward_nurse,
        person_id=person_id,
        text="Hemligheten: ensam hemma.",
        now=THEN,
    )


def lay_road() -> OnTheRoad:
    """The county's road."""
    load_roadmap(document=read_roadmap(ROAD, A_DAY), now=THEN)
    return OnTheRoad(
        initiative=Initiative.objects.order_by("position").values_list("pk", flat=True)[
            0
        ],
        obstacle=Obstacle.objects.order_by("position").values_list("pk", flat=True)[0],
        milestone=Milestone.objects.order_by("year").values_list("pk", flat=True)[0],
        decision=RoadDecision.objects.order_by("day").values_list("pk", flat=True)[0],
    )
