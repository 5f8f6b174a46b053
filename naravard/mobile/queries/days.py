"""Reads a team's day as rounds, and as a day under way that can be replanned."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from naravard.access.rules import Actor
from naravard.core.clock import day_of, moment_at
from naravard.mobile.models import DayPlan, Shift, Stop, Visit
from naravard.mobile.queries.naming import called
from naravard.mobile.queries.promises import moved_to_tell
from naravard.mobile.queries.teams import own_team
from naravard.mobile.queries.things import held_skills, limits_of, things_on
from naravard.mobile.queries.versions import plan_of
from naravard.mobile.queries.visits import left_over, visit_row, with_staff
from naravard.mobile.roads import roads_between
from naravard.mobile.routing import model
from naravard.mobile.routing.plan import Plan, Round
from naravard.mobile.routing.plan import Stop as PlannedStop
from naravard.mobile.routing.prices import Parts, priced
from naravard.mobile.routing.replanning.changes import changes
from naravard.mobile.routing.replanning.explaining import in_short
from naravard.mobile.routing.replanning.standing import Standing
from naravard.mobile.rows import LatestChange, RoundRow, TeamDay, TeamRow, VisitRow
from naravard.mobile.rules.resources import uses
from naravard.mobile.rules.skills import skills_of
from naravard.mobile.rules.states import VisitState
from naravard.mobile.rules.travel import Point
from naravard.people.queries.rows import full_name

# What a minute, a person and a person left without a visit are worth. [own]
PRICES = model.Prices(
    travel=1,
    lateness=3,
    worst_lateness=1,
    waiting=0.1,
    overtime=3,
    not_named_contact=15,
    new_face=10,
    unplanned=600,
)
KNOWN_FOR = timedelta(days=60)  # whom somebody has met for so long is known
IN_PLAN = frozenset(
    {VisitState.WAITING, VisitState.PLANNED, VisitState.BEGUN, VisitState.DONE}
)

STARTED = frozenset({VisitState.BEGUN, VisitState.DONE})


def team_day(actor: Actor, day: date, now: datetime) -> TeamDay:
    """The day of the actor's team, as it is planned now. Raises NotFound."""
    return _Reading(actor, day, now).team_day()


def minute_of(moment: datetime, day: date) -> float:
    """Minutes since the Swedish midnight that began the day."""
    return (moment - moment_at(day, time(0))).total_seconds() / 60


def moment_of(minute: float, day: date) -> datetime:
    """The moment of a minute of the day, on a whole second."""
    return moment_at(day, time(0)) + timedelta(seconds=round(minute * 60))


class _Reading:
    """Everything about one team and day, read once."""

    def __init__(self, actor: Actor, day: date, now: datetime) -> None:
        self.actor = actor
        self.day = day
        self.now = now
        self.team: TeamRow = own_team(actor)
        self.shifts = list(
            Shift.objects.filter(team_id=self.team.id, day=self.day)
            .select_related("assignment__professional")
            .order_by("starts_at", "assignment__professional__family_name", "pk")
        )
        self.visits = list(
            with_staff(
                Visit.objects.filter(
                    team_id=self.team.id, day=self.day, state__in=IN_PLAN
                ).order_by("opens_at", "pk")
            )
        )
        self.stops = [
            stop
            for visit in self.visits
            for stop in visit.stops.all()
            if stop.shift_id is not None
        ]
        self.rows = {visit.pk: visit_row(visit, self.actor) for visit in self.visits}
        self.met = self._met()
        self.can = held_skills([each.assignment_id for each in self.shifts], day)
        self.things = things_on(self.team.id, day)

    def team_day(self) -> TeamDay:
        roads = roads_between(
            (self.team.base, *(Point(v.latitude, v.longitude) for v in self.visits))
        )
        standing = self._standing(roads.minutes)
        made = {stop.visit_id for stop in self.stops}
        latest = self._latest()
        return TeamDay(
            team=self.team,
            day=self.day,
            rounds=tuple(self._round_row(each, standing) for each in self.shifts),
            without_anybody=tuple(
                row for pk, row in self.rows.items() if pk not in made
            ),
            left_over=left_over(self.actor, self.day) if self._is_today() else (),
            to_tell=moved_to_tell(self.actor, self.now),
            standing=standing,
            called=called(self.shifts, self.rows),
            met=self.met,
            roads_are_estimated=roads.estimated,
            parts=priced(standing.problem, standing.plan),
            version=latest.number if latest else 0,
            latest=self._change(latest, standing) if latest else None,
            things=uses(self.things, (visit.resources for visit in self.visits)),
        )

    def _standing(self, minutes: model.Matrix) -> Standing:
        problem = model.Problem(
            name=f"{self.team.name} {self.day}",
            visits=tuple(
                self._visit(visit, at) for at, visit in enumerate(self.visits, 1)
            ),
            caregivers=tuple(map(self._caregiver, self.shifts)),
            travel=(minutes,),
            prices=PRICES,
            relations=tuple(self._at_once()),
        )
        return Standing(
            problem=problem,
            plan=Plan(rounds=tuple(map(self._round, self.shifts))),
            now=self._minute(self.now),
            promises={
                str(visit.pk): model.Window(
                    opens=self._minute(visit.promised_from),
                    closes=self._minute(visit.promised_to),
                )
                for visit in self.visits
                if visit.promised_from is not None and visit.promised_to is not None
            },
            pins=frozenset(str(visit.pk) for visit in self.visits if visit.pinned),
            free_from={
                str(shift.pk): self._minute(shift.free_from)
                for shift in self.shifts
                if shift.free_from is not None
            },
            gone=frozenset(str(s.pk) for s in self.shifts if s.left_at is not None),
            started=frozenset(
                str(visit.pk) for visit in self.visits if visit.state in STARTED
            ),
            limits=limits_of(self.things, self.visits),
        )

    def _minute(self, moment: datetime) -> float:
        return minute_of(moment, self.day)

    def _visit(self, visit: Visit, place: int) -> model.Visit:
        by_assignment = {shift.assignment_id: str(shift.pk) for shift in self.shifts}
        contact = by_assignment.get(visit.named_contact_id or visit.pk)
        return model.Visit(
            id=str(visit.pk),
            place=place,
            services=tuple(
                model.Service(name=need, minutes=visit.minutes, needs=frozenset({need}))
                for need in visit.needs
            ),
            windows=(
                model.Window(
                    opens=self._minute(visit.opens_at),
                    closes=self._minute(visit.closes_at),
                ),
            ),
            priority=visit.priority,
            named_contact=contact,
            known=frozenset(who for who, whom in self.met if whom == str(visit.pk)),
        )

    def _at_once(self) -> Iterator[model.Relation]:
        """All who are needed at one visit come at the same time."""
        for visit in self.visits:
            for service in range(1, len(visit.needs)):
                yield model.Relation(
                    first=model.Task(visit=str(visit.pk), service=0),
                    second=model.Task(visit=str(visit.pk), service=service),
                    least=0,
                    most=0,
                )

    def _caregiver(self, shift: Shift) -> model.Caregiver:
        return model.Caregiver(
            id=str(shift.pk),
            can=self.can.get(shift.assignment_id, frozenset())
            | skills_of(shift.assignment.role),
            shift=model.Window(
                opens=self._minute(shift.starts_at),
                closes=self._minute(shift.ends_at),
            ),
        )

    def _round(self, shift: Shift) -> Round:
        own = [stop for stop in self.stops if stop.shift_id == shift.pk]
        stops = sorted((self._stop(stop) for stop in own), key=lambda s: s.start)
        return Round(caregiver=str(shift.pk), stops=tuple(stops))

    def _stop(self, stop: Stop) -> PlannedStop:
        assert stop.starts_at is not None
        assert stop.ends_at is not None
        return PlannedStop(
            visit=str(stop.visit_id),
            service=stop.service,
            start=self._minute(stop.starts_at),
            end=self._minute(stop.ends_at),
        )

    def _met(self) -> dict[tuple[str, str], int]:
        """How many times each of today's staff has made a visit to each person."""
        by_assignment = {shift.assignment_id: str(shift.pk) for shift in self.shifts}
        made = Stop.objects.filter(
            visit__person_id__in={visit.person_id for visit in self.visits},
            visit__state=VisitState.DONE,
            visit__day__lt=self.day,
            visit__day__gte=self.day - KNOWN_FOR,
            shift__assignment_id__in=by_assignment,
        ).values_list("shift__assignment_id", "visit__person_id")
        times = Counter(made)
        return {
            (by_assignment[who], str(visit.pk)): times[who, visit.person_id]
            for who in by_assignment
            for visit in self.visits
            if times[who, visit.person_id]
        }

    def _round_row(self, shift: Shift, standing: Standing) -> RoundRow:
        professional = shift.assignment.professional
        visits: dict[object, VisitRow] = {
            visit.pk: replace(
                self.rows[visit.pk],
                because=in_short(
                    standing,
                    str(visit.pk),
                    str(shift.pk),
                    met=self.met,
                    contact=visit.named_contact_id == shift.assignment_id,
                ),
            )
            for visit in self.visits
            if any(stop.shift_id == shift.pk for stop in visit.stops.all())
        }
        return RoundRow(
            shift_id=shift.pk,
            assignment_id=shift.assignment_id,
            name=full_name(professional.given_name, professional.family_name),
            title=professional.title,
            starts_at=shift.starts_at,
            ends_at=shift.ends_at,
            left_at=shift.left_at,
            visits=tuple(
                sorted(visits.values(), key=lambda row: row.starts_at or row.opens_at)
            ),
        )

    def _latest(self) -> DayPlan | None:
        plans = DayPlan.objects.filter(team_id=self.team.id, day=self.day)
        return plans.order_by("-number").first()

    def _is_today(self) -> bool:
        return self.day == day_of(self.now)

    def _change(self, latest: DayPlan, standing: Standing) -> LatestChange | None:
        """What the latest plan changed; nothing when it is the day's first."""
        before = DayPlan.objects.filter(
            team_id=self.team.id, day=self.day, number=latest.number - 1
        ).first()
        if before is None:
            return None
        # A shift that has been taken away since is not told of.
        there = {str(shift.pk) for shift in self.shifts}
        rounds = (r for r in plan_of(before).rounds if r.caregiver in there)
        was = Plan(rounds=tuple(rounds))
        found = changes(was, standing.plan, standing.promises)
        return LatestChange(
            cause=latest.cause,
            made_at=latest.made_at,
            before=Parts(**latest.parts["before"]),
            changes=tuple(each for each in found if UUID(each.visit) in self.rows),
        )
