"""What a plan on paper is made of: headed blocks of lines, ready to be set."""

from dataclasses import dataclass
from pathlib import Path

TEMPLATE = Path(__file__).with_name("plan.typ")
SWEDISH = "sv"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One line: who or what, what is written, and a note in small print."""

    text: str
    label: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetBlock:
    """A headed piece; `as_quote` sets her own words apart from what others say."""

    title: str
    lines: tuple[SheetLine, ...]
    when_empty: str
    as_quote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole paper: its words, their language and that of what people have written."""

    title: str
    language: str
    about: tuple[str, ...]
    blocks: tuple[SheetBlock, ...]
    foot: str
    written_in: str = SWEDISH
