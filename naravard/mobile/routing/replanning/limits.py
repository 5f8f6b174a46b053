"""What a day's cars, bags and machines are enough for, as limits of the day's plan.

A thing rides along in one round at a time, from the first visit that needs it to the
last. A visit by two needs it once, with whoever makes its first service.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from naravard.mobile.routing.model import Caregiver, Visit, Window
from naravard.mobile.routing.plan import Plan
from naravard.mobile.routing.replanning.words import together

ALL_DAY = Window(opens=0.0, closes=100_000.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A kind of thing: who needs it, how many there are, and for how many visits."""

    name: str  # `Ultraljud 1`, or `ultraljud` when there is none
    visits: frozenset[str]
    things: int
    enough_for: int  # visits, all things together

    @property
    def skill(self) -> str:
        """What a caregiver can who has the thing with them."""
        return f"thing: {self.name}"

    @property
    def spent(self) -> str:
        """What nobody can: the thing is not enough for one visit more."""
        return f"spent: {self.name}"

    def too_few(self, visits: int) -> str:
        """That so many visits need more than there is."""
        if not self.things:
            return f"{self.name} finns inte i bruk den här dagen"
        return (
            f"{self.name} räcker till {self.enough_for} besök den här dagen och behövs"
            f" till {visits}"
        )


def exceeded(
    limits: Iterable[Limit], plan: Plan, before: Plan | None = None
) -> Iterator[str]:
    """What the plan needs beyond what there is, told by name.

    What was as much too much `before` is not held against the plan.
    """
    for limit in limits:
        now, was = _need(limit, plan), _need(limit, before)
        if now.visits > max(limit.enough_for, was.visits):
            yield limit.too_few(now.visits)
        elif now.at_once > max(limit.things, was.at_once):
            yield f"{limit.name} skulle behövas av {together(list(now.who))} samtidigt"


def left_out(limits: Iterable[Limit], plan: Plan, visits: Iterable[Visit]) -> set[str]:
    """The visits that nobody has and that a thing is not enough for.

    The most urgent get what is left, then those whose time is out first.
    """
    order = sorted(visits, key=lambda each: (-each.priority, each.windows[-1].closes))
    found: set[str] = set()
    for limit in limits:
        planned = _made(plan) & limit.visits
        wanted = [v.id for v in order if v.id in limit.visits - planned - found]
        found.update(wanted[max(0, limit.enough_for - len(planned)) :])
    return found


def carriers(
    limit: Limit, plan: Plan, staff: Iterable[Caregiver], visits: Iterable[Visit]
) -> frozenset[str]:
    """Who takes the thing along: those who need it as planned, then whoever may make
    the most of the visits that need it.

    Never more at the same time than there are things, but for those who need it
    already.
    """
    needed = {name for name, _, _ in _uses(limit, plan)}
    wanting = [each for each in visits if each.id in limit.visits]
    by_use = sorted(staff, key=lambda each: -_may_make(each, wanting))
    found = {each.id: each for each in by_use if each.id in needed}
    for each in by_use:
        if each.id not in found and _is_free(each, list(found.values()), limit.things):
            found[each.id] = each
    return frozenset(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Need:
    """How much of a thing a plan needs: visits, rounds at once, and which rounds."""

    visits: int = 0
    at_once: int = 0
    who: tuple[str, ...] = ()


def _need(limit: Limit, plan: Plan | None) -> _Need:
    if plan is None:
        return _Need()
    uses = list(_uses(limit, plan))
    spans: dict[str, tuple[float, float]] = {}
    for who, start, end in uses:
        first, last = spans.get(who, (start, end))
        spans[who] = (min(first, start), max(last, end))
    return _Need(visits=len(uses), at_once=_at_once(spans.values()), who=_most(spans))


def _uses(limit: Limit, plan: Plan) -> Iterator[tuple[str, float, float]]:
    """Who needs the thing from when to when, visit by visit."""
    for each in plan.rounds:
        for stop in each.stops:
            if stop.visit in limit.visits and stop.service == 0:
                yield each.caregiver, stop.start, stop.end


def _at_once(spans: Iterable[tuple[float, float]]) -> int:
    # Whoever gives back comes before whoever takes: at the same minute it is free.
    events = sorted(
        step for start, end in spans for step in ((start, 1), (max(start, end), -1))
    )
    return max(accumulate(by for _, by in events), default=0)


def _most(spans: Mapping[str, tuple[float, float]]) -> tuple[str, ...]:
    """Those who need the thing at the moment when the most do."""
    moments = (start for start, _ in spans.values())
    groups = (
        tuple(who for who, (first, last) in spans.items() if first <= at < last)
        for at in moments
    )
    return max(groups, key=len, default=())


def _may_make(who: Caregiver, visits: Iterable[Visit]) -> int:
    return sum(
        each.services[0].needs <= who.can and who.id not in each.forbidden
        for each in visits
    )


def _is_free(who: Caregiver, others: list[Caregiver], things: int) -> bool:
    """Whether a thing is left for somebody beside those who work at the same time."""
    own = who.shift or ALL_DAY
    shifts = (each.shift or ALL_DAY for each in others)
    clipped = [
        (max(own.opens, each.opens), min(own.closes, each.closes))
        for each in shifts
        if each.opens < own.closes and own.opens < each.closes
    ]
    return _at_once(clipped) < things


def _made(plan: Plan) -> set[str]:
    return {stop.visit for each in plan.rounds for stop in each.stops}
