"""What a new plan moves, told visit by visit and why, in plain Swedish."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from naravard.mobile.routing.model import Window
from naravard.mobile.routing.plan import Plan
from naravard.mobile.routing.replanning.words import Called, clock, minutes, together

SAME = 0.5  # minutes; nobody notices less


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Who makes a visit, and when it begins."""

    by: tuple[str, ...]
    start: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One visit that is not made as it was planned; None: by nobody."""

    visit: str
    before: Made | None
    after: Made | None
    promise: Window | None = None

    @property
    def other_person(self) -> bool:
        """Whether others make it than before."""
        if self.before is None or self.after is None:
            return False
        return set(self.before.by) != set(self.after.by)

    @property
    def breaks_promise(self) -> bool:
        """Whether it begins outside what the person has been told."""
        if self.promise is None or self.after is None:
            return self.promise is not None
        start = self.after.start
        return not (self.promise.opens - SAME <= start <= self.promise.closes + SAME)


def changes(
    before: Plan, after: Plan, promises: Mapping[str, Window]
) -> tuple[Change, ...]:
    """Every visit that changed, in order of its new start."""
    was, becomes = made(before), made(after)
    names = dict.fromkeys([*was, *becomes])
    found = [
        Change(
            visit=name,
            before=was.get(name),
            after=becomes.get(name),
            promise=promises.get(name),
        )
        for name in names
        if _differs(was.get(name), becomes.get(name))
    ]
    return tuple(sorted(found, key=_in_order))


def made(plan: Plan) -> dict[str, Made]:
    """Who makes each visit, and when."""
    found: dict[str, list[tuple[int, str, float]]] = {}
    for each in plan.rounds:
        for stop in each.stops:
            found.setdefault(stop.visit, []).append(
                (stop.service, each.caregiver, stop.start)
            )
    return {
        visit: Made(
            by=tuple(who for _, who, _ in sorted(stops)),
            start=min(start for _, _, start in stops),
        )
        for visit, stops in found.items()
    }


def told(change: Change, called: Called) -> str:
    """One change as a sentence."""
    whom = called.whom(change.visit)
    if change.after is None:
        return f"{whom}: ingen kan göra besöket längre."
    who = together([called.who(each) for each in change.after.by])
    when = clock(change.after.start)
    if change.before is None:
        return f"{whom}: nytt besök kl. {when} av {who}."
    parts = [*_of_time(change, change.before, change.after)]
    if change.other_person:
        was = together([called.who(each) for each in change.before.by])
        parts.append(f"{who} kommer i stället för {was}")
    return f"{whom}: " + ", ".join(parts) + "."


def why(change: Change, cause: str) -> str:
    """Why a visit moved: what happened, and whether the promise still holds."""
    if change.before is None:
        return cause
    if change.breaks_promise and change.promise is not None:
        opens, closes = clock(change.promise.opens), clock(change.promise.closes)
        return f"{cause} Den utlovade tiden {opens}–{closes} hålls inte: ring personen."
    if change.promise is not None:
        return f"{cause} Den utlovade tiden hålls."
    return cause


def _of_time(change: Change, before: Made, after: Made) -> Iterator[str]:
    moved = after.start - before.start
    when = clock(after.start)
    if abs(moved) <= SAME:
        yield f"samma tid, kl. {when}"
    else:
        direction = "senare" if moved > 0 else "tidigare"
        yield f"{minutes(abs(moved))} {direction}, kl. {when}"


def _differs(before: Made | None, after: Made | None) -> bool:
    if before is None or after is None:
        return before is not after
    return set(before.by) != set(after.by) or abs(before.start - after.start) > SAME


def _in_order(change: Change) -> tuple[float, str]:
    after = change.after or change.before
    return (after.start if after else 0.0, change.visit)
