"""A day under way: what is planned, what has begun, what is promised and pinned."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from naravard.core.errors import DomainError
from naravard.mobile.routing.model import Problem, Visit, Window
from naravard.mobile.routing.plan import Plan, Round, Stop
from naravard.mobile.routing.replanning.limits import Limit

# A visit that begins within this many minutes is not moved, nor one that somebody has
# had to leave for already.
FREEZE_MINUTES = 10.0


class PlanBreaksARule(DomainError):
    """A change by hand would break something that must hold."""

    def __init__(self, broken: tuple[str, ...]) -> None:
        """Say which rules."""
        self.broken = broken
        super().__init__(
            "Ändringen går inte att göra: " + "; ".join(broken) + ".",
            rule="Behörighet, arbetstid, fasta besök och vad bilar, väskor och"
            " apparater räcker till gäller alltid.",
            remedy="Välj någon annan eller en annan tid, eller lossa ett fast besök.",
        )


class NothingKeepsThePins(DomainError):
    """No placing keeps every rule and every pinned visit."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Ingen placering håller alla regler och alla fasta besök.",
            rule="Behörighet, arbetstid och fasta besök gäller alltid.",
            remedy="Lossa ett fast besök, eller be ett annat team.",
        )


class NothingLeftToPlan(DomainError):
    """Everything of the day has begun, or nobody is left to plan for."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Det finns inget kvar att planera den här dagen.",
            remedy="Välj en annan dag, eller ta emot en förfrågan.",
        )


class NobodyAtWork(DomainError):
    """Visits wait, and nobody works or is still at work."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Ingen i teamet är i arbete den här dagen.",
            remedy="Lägg in ett pass, eller be ett annat team.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A day at one moment, in minutes of the day.

    `promises`: when each person has been told that somebody comes. `pins`: visits that
    keep who and when. `free_from`: caregivers who are not free until then. `gone`:
    caregivers who will make no more visits today. `started`: visits that are begun or
    done whatever the plan says. `limits`: what cars, bags and machines are enough for.
    """

    problem: Problem
    plan: Plan
    now: float
    promises: Mapping[str, Window] = field(default_factory=lambda: MappingProxyType({}))
    pins: frozenset[str] = frozenset()
    free_from: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    gone: frozenset[str] = frozenset()
    started: frozenset[str] = frozenset()
    freeze: float = FREEZE_MINUTES
    limits: tuple[Limit, ...] = ()

    def begun(self, who: str) -> tuple[Stop, ...]:
        """The stops of somebody that are done, under way, or travelled to."""
        return tuple(
            stop
            for stop, leaves_at in self._departures(who)
            if stop.visit in self.started
            or leaves_at < self.now
            or stop.start <= self.now + self.freeze
        )

    def _departures(self, who: str) -> Iterator[tuple[Stop, float]]:
        """Each stop of somebody's, with when they must have left for it."""
        staff = {each.id: each for each in self.problem.caregivers}[who]
        places = {each.id: each.place for each in self.problem.visits}
        here, each = staff.starts_at, self.round_of(who)
        for stop in each.stops:
            there = places[stop.visit]
            there_at = stop.start
            if each.meal is not None and each.meal.visit == stop.visit:
                there_at = min(there_at, each.meal.start)
            yield stop, there_at - self.problem.travel[staff.mode][here][there]
            here = there

    def away(self, who: str, visit: str) -> float | None:
        """Minutes of travel to a visit from where somebody is before it, as planned."""
        staff = {each.id: each for each in self.problem.caregivers}[who]
        places = {each.id: each.place for each in self.problem.visits}
        here = staff.starts_at
        for stop in self.round_of(who).stops:
            if stop.visit == visit:
                return self.problem.travel[staff.mode][here][places[visit]]
            here = places[stop.visit]
        return None

    def round_of(self, who: str) -> Round:
        """Somebody's round; one without stops when there is none."""
        rounds = {each.caregiver: each for each in self.plan.rounds}
        return rounds.get(who, Round(caregiver=who, stops=()))

    def visit(self, name: str) -> Visit:
        """The visit of that id. Raises KeyError."""
        return {each.id: each for each in self.problem.visits}[name]

    def made_by(self, visit: str) -> tuple[str, ...]:
        """Who makes a visit as planned, in order of its services; none: nobody does."""
        found = sorted(
            (stop.service, each.caregiver)
            for each in self.plan.rounds
            for stop in each.stops
            if stop.visit == visit
        )
        return tuple(who for _, who in found)

    def start_of(self, visit: str) -> float | None:
        """When a visit begins as planned."""
        starts = [
            stop.start
            for each in self.plan.rounds
            for stop in each.stops
            if stop.visit == visit
        ]
        return min(starts, default=None)


def with_visit(standing: Standing, visit: Visit) -> Standing:
    """The same day with one visit more, which nobody makes yet."""
    visits = (*standing.problem.visits, visit)
    return replace(standing, problem=replace(standing.problem, visits=visits))


def without_caregiver(standing: Standing, who: str) -> Standing:
    """The same day when somebody has gone home; what they had left, nobody has."""
    left_over = {stop.visit for stop in standing.round_of(who).stops} - {
        stop.visit for stop in standing.begun(who)
    }
    rounds = tuple(
        replace(each, stops=tuple(standing.begun(who)))
        if each.caregiver == who
        else each
        for each in standing.plan.rounds
    )
    return replace(
        standing,
        plan=Plan(rounds=rounds),
        gone=standing.gone | {who},
        pins=standing.pins - left_over,
    )


def delayed(standing: Standing, who: str, minutes: float) -> Standing:
    """The same day when somebody is so much later out of what they are doing."""
    ends = [stop.end for stop in standing.begun(who)]
    free = max([standing.now, *ends]) + minutes
    return replace(standing, free_from={**standing.free_from, who: free})
