"""Counts what reading a source led to, and says it in Swedish and in JSON (pure)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from naravard.fhir.inbound.problems import Problem, Reason
from naravard.people.details import Outcome

# So common, and so right, that a number says more than a line for each.
ONLY_COUNTED = frozenset(
    {
        Reason.TYPE_NOT_READ,
        Reason.NOT_INPATIENT,
        Reason.NOT_HAPPENED,
        Reason.PART_OF_ANOTHER,
        Reason.NOT_A_UNIT,
    }
)

_OUTCOMES = {
    Outcome.NEW: "Nya",
    Outcome.CHANGED: "Ändrade",
    Outcome.UNCHANGED: "Oförändrade",
}


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was read and what became of it.

    Read = new + changed + unchanged + repeated + not used.
    """

    source: str
    files: int = 0
    read: int = 0
    repeated: int = 0
    cases_opened: int = 0
    cases_ended: int = 0
    outcomes: Counter[tuple[Outcome, str]] = field(default_factory=Counter)
    not_used: Counter[tuple[Reason, str]] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    def used(self, outcome: Outcome, type_: str) -> None:
        """Count something that a service took."""
        self.outcomes[outcome, type_] += 1

    def report(self, problem: Problem) -> None:
        """Take a line into the report, and count what was not used at all."""
        if problem.reason is not Reason.USED_IN_PART:
            counted_by_type = problem.reason is Reason.TYPE_NOT_READ
            self.not_used[
                problem.reason, problem.resource if counted_by_type else ""
            ] += 1
        if problem.reason not in ONLY_COUNTED:
            self.problems.append(problem)

    def total(self, outcome: Outcome) -> int:
        """How many things a service took with this outcome."""
        return sum(n for (known, _), n in self.outcomes.items() if known is outcome)

    @property
    def changes_nothing(self) -> bool:
        """Whether everything told was known already."""
        return not self.total(Outcome.NEW) and not self.total(Outcome.CHANGED)


def summary(tally: Tally) -> Iterator[str]:
    """The report in Swedish, line by line."""
    yield f"Källa: {tally.source}"
    yield f"Filer: {tally.files}"
    yield f"Lästa resurser: {tally.read}"
    for outcome, title in _OUTCOMES.items():
        yield f"{title}: {tally.total(outcome)}{_by_type(tally, outcome)}"
    if tally.repeated:
        yield f"Samma sak en gång till, lika: {tally.repeated}"
    yield from _cases(tally)
    yield f"Inte använda: {sum(tally.not_used.values())}"
    for (reason, type_), number in sorted(tally.not_used.items(), key=_most_first):
        yield f"  {number} {reason.value}{f' ({type_})' if type_ else ''}"
    parts = sum(one.reason is Reason.USED_IN_PART for one in tally.problems)
    yield f"Uppgifter som hoppades över i använda resurser: {parts}"
    if tally.changes_nothing:
        yield "Ingenting ändrades."
    yield from problem_lines(tally.problems)


def _cases(tally: Tally) -> Iterator[str]:
    if tally.cases_opened:
        yield f"Påbörjade ärenden på våra avdelningar: {tally.cases_opened}"
    if tally.cases_ended:
        yield f"Avslutade ärenden som bara avdelningen kände till: {tally.cases_ended}"


def problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """One line for each thing that could not be used."""
    for problem in problems:
        yield f"- {problem}"


def as_json(tally: Tally) -> dict[str, object]:
    """The same report for machines."""
    return {
        "source": tally.source,
        "files": tally.files,
        "read": tally.read,
        "repeated": tally.repeated,
        "cases_opened": tally.cases_opened,
        "cases_ended": tally.cases_ended,
        **{
            outcome.value: {
                type_: number
                for (known, type_), number in sorted(tally.outcomes.items())
                if known is outcome
            }
            for outcome in _OUTCOMES
        },
        "not_used": [
            {
                "reason": reason.name,
                "says": reason.value,
                "type": type_,
                "count": number,
            }
            for (reason, type_), number in sorted(
                tally.not_used.items(), key=_most_first
            )
        ],
        "problems": [_problem(problem) for problem in tally.problems],
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.place.file,
        "line": problem.place.line,
        "entry": problem.place.entry,
        "reason": problem.reason.name,
        "resource": problem.resource,
        "path": problem.path,
        "what": problem.what,
    }


def _by_type(tally: Tally, outcome: Outcome) -> str:
    counts = [
        f"{type_} {number}"
        for (known, type_), number in sorted(tally.outcomes.items())
        if known is outcome
    ]
    return f" ({', '.join(counts)})" if counts else ""


def _most_first(counted: tuple[tuple[Reason, str], int]) -> tuple[int, str, str]:
    (reason, type_), number = counted
    return -number, reason.name, type_
