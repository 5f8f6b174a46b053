"""One visit chosen on the board: why it is where it is, and where else it could be."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naravard.mobile.routing.replanning.explaining import Explanation, explain
from naravard.mobile.routing.replanning.words import of, times, together
from naravard.mobile.rows import RoundRow, TeamDay, VisitRow
from naravard.mobile.rules.states import VisitState
from naravard.web.staff.visits.lanes import letter
from naravard.web.staff.visits.shown import ShownVisit, visit_shown

STILL = frozenset({VisitState.WAITING, VisitState.PLANNED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A visit that the chosen one can follow or change places with."""

    row: VisitRow
    text: str  # where it is in whose round, such as B2


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """Somebody who could make the chosen visit, and what they have left to make."""

    row: RoundRow
    letter: str
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A chosen visit; when it has begun it is not moved any more."""

    visit: ShownVisit
    has_begun: bool
    explained: tuple[Explanation, ...]  # one for each who is needed
    rounds: tuple[Round, ...]

    @property
    def shift(self) -> UUID | None:
        """Whose round it is in, when they are still at work."""
        here = (
            each.row.shift_id
            for each in self.rounds
            if any(row.id == self.visit.row.id for row in each.row.visits)
        )
        return next(here, None)

    @property
    def swaps(self) -> tuple[Other, ...]:
        """Those it can change places with; none when nobody has it."""
        if self.visit.row.starts_at is None:
            return ()
        return tuple(other for each in self.rounds for other in each.others)


def chosen_visit(day: TeamDay, wanted: str, now: datetime) -> Chosen | None:
    """The visit that an address names, if it is one of the day's."""
    row = _named(day, wanted)
    if row is None:
        return None
    begun = _begun(day)
    has_begun = str(row.id) in begun or row.state not in STILL
    return Chosen(
        visit=visit_shown(row, now),
        has_begun=has_begun,
        explained=_made(day, row) if has_begun else _explained(day, str(row.id)),
        rounds=tuple(
            _round(n, each, row, begun)
            for n, each in enumerate(day.rounds)
            if each.left_at is None
        ),
    )


def _named(day: TeamDay, wanted: str) -> VisitRow | None:
    try:
        visit_id = UUID(wanted)
    except ValueError:
        return None
    return next((row for row in day.visits if row.id == visit_id), None)


def _begun(day: TeamDay) -> frozenset[str]:
    return frozenset(
        stop.visit
        for each in day.standing.plan.rounds
        for stop in day.standing.begun(each.caregiver)
    )


def _round(
    number: int, each: RoundRow, chosen: VisitRow, begun: frozenset[str]
) -> Round:
    return Round(
        row=each,
        letter=letter(number),
        others=tuple(
            Other(row=row, text=f"{letter(number)}{at}")
            for at, row in enumerate(each.visits, 1)
            if row.id != chosen.id and str(row.id) not in begun
        ),
    )


def _made(day: TeamDay, row: VisitRow) -> tuple[Explanation, ...]:
    """Who makes a visit that has begun, and how they know the person."""
    name = str(row.id)
    contact = day.standing.visit(name).named_contact
    return tuple(
        Explanation(
            because=_known(day, name, who, is_contact=who == contact), others=()
        )
        for who in day.standing.made_by(name)
    )


def _known(day: TeamDay, name: str, who: str, *, is_contact: bool) -> str:
    whom, met = day.called.whom(name), day.met.get((who, name), 0)
    reasons = [f"är {of(whom)} fasta kontakt"] if is_contact else []
    known = f"hade träffat {whom} {times(met)}" if met else f"inte hade träffat {whom}"
    return f"{day.called.who(who)}, som {together([*reasons, known])} före i dag."


def _explained(day: TeamDay, name: str) -> tuple[Explanation, ...]:
    services = range(len(day.standing.made_by(name)))
    return tuple(
        explain(day.standing, name, met=day.met, called=day.called, service=service)
        for service in services
    )
