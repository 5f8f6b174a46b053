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
    Document(name="permission-matrix.md", text=permission_matrix),
    Document(name="access-matrix.md", text=matrix_in_full),
    Document(name="messages.md", text=message_sheet),
)
