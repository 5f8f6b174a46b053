"""The documents that are drawn from the code, so that they cannot go stale."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from naravard.access.rules.matrix import permission_matrix
from naravard.access.rules.matrix_in_full import matrix_in_full
from naravard.core.states import drawing
from naravard.discharge.rules.states import MOVES, TRANSITIONS, State, Transition
from naravard.indicators.sheet import catalogue_sheet
from naravard.messages.sheet import message_sheet
from naravard.plan.catalogue import legal_plans
from naravard.plan.matrix import plan_matrix
from naravard.plan.rules import meetings as plan_meetings
from naravard.plan.rules import process as plan_process
from naravard.plan.rules import tasks as plan_tasks
from naravard.review.sheet import check_sheet

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "generated"
NOTE = "<!-- Drawn from the code by `naravard generate_docs`; not to be edited. -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file in docs/generated and the pure function that writes its text."""

    name: str
    text: Callable[[], str]

    @property
    def path(self) -> Path:
        """Where the document stands."""
        return FOLDER / self.name

    def fresh(self) -> str:
        """The text as it should stand now."""
        return f"{NOTE}\n\n{self.text().strip()}\n"

    def is_fresh(self) -> bool:
        """Whether the file says what the code says."""
        return self.path.is_file() and self.path.read_text("utf-8") == self.fresh()


def discharge_states() -> str:
    """The states of a discharge case, and what may happen in each."""
    return "\n".join(
        [
            "# Ett ärende från inskrivning till uppföljning",
            "",
            "```mermaid",
            drawing(MOVES),
            "```",
            "",
            "| nr | händelse | kan ske i | leder till | källa |",
            "| --- | --- | --- | --- | --- |",
            *(_row(transition) for transition in TRANSITIONS),
        ]
    )


def plan_states() -> str:
    """The steps of a plan, of its meetings and of its tasks."""
    return "\n".join(
        [
            "# En plan från behov till avslut",
            "",
            "HSL 16 kap. 4 §, SoL 10 kap. 8–9 §§. Utan ett ja tas inget steg framåt.",
            *(
                line
                for title, picture in (
                    ("Planen", drawing(plan_process.MOVES)),
                    ("Ett möte", drawing(plan_meetings.MOVES)),
                    ("En uppgift mellan enheter", drawing(plan_tasks.MOVES)),
                )
                for line in ("", f"## {title}", "", "```mermaid", picture, "```")
            ),
        ]
    )


def legal_plan_sheet() -> str:
    """What each legal plan asks for, by which act."""
    return "\n".join(
        [
            "# Vad varje plan i lagen kräver",
            *(
                line
                for legal in legal_plans().values()
                for line in (
                    "",
                    f"## {legal.title}",
                    "",
                    f"{legal.about} **{legal.law}**"
                    + ("" if legal.verified else " Ej granskad tolkning."),
                    "",
                    "| saknas | källa |",
                    "| --- | --- |",
                    *(f"| {rule.text} | {rule.source} |" for rule in legal.rules),
                )
            ),
        ]
    )


def _row(transition: Transition) -> str:
    cells = (
        transition.number,
        _listed(transition.events),
        _listed(state for state in State if state in transition.possible_in) or "–",
        transition.after or "–",
        transition.source,
    )
    return f"| {' | '.join(cells)} |"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


DOCUMENTS = (
    Document(name="discharge-states.md", text=discharge_states),
    Document(name="indicators.md", text=catalogue_sheet),
    Document(name="messages.md", text=message_sheet),
    Document(name="legal-plans.md", text=legal_plan_sheet),
    Document(name="plan-matrix.md", text=plan_matrix),
    Document(name="plan-states.md", text=plan_states),
    Document(name="permission-matrix.md", text=permission_matrix),
    Document(name="access-matrix.md", text=matrix_in_full),
    Document(name="log-checks.md", text=check_sheet),
    Document(name="messages.md", text=message_sheet),
)
