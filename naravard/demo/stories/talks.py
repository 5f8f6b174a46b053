"""What a file tells of wishes and of what persons and care have written."""

from dataclasses import dataclass

from naravard.dialogue.rules.wishes import Channel, PlaceOfCare
from naravard.people.county.reading import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class WishesStory:
    """How somebody wants to be met; `by` is who in staff wrote it down, or nobody.

    Language and whether an interpreter is needed stand in the person's own row.
    """

    person: str
    at: str
    by: str
    interpreter_about: str
    easy_to_read: bool
    channel: Channel
    place: PlaceOfCare
    place_about: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStory:
    """What one of them wrote; `by` is who in staff, or nobody: the person."""

    at: str
    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkStory:
    """A matter the person wrote about, in the order of its lines."""

    person: str
    subject: str
    lines: tuple[LineStory, ...]


def wishes_story(table: Table) -> WishesStory:
    """A row of `[[wishes]]`. Raises CountyFileNotValid."""
    story = WishesStory(
        person=table.text("person"),
        at=table.text("at"),
        by=table.text_or_none("by") or "",
        interpreter_about=table.text_or_none("interpreter_about") or "",
        easy_to_read=table.value_or("easy_to_read", False),
        channel=table.one_of("channel", Channel, default=Channel.HERE),
        place=table.one_of("place", PlaceOfCare, default=PlaceOfCare.NOT_SAID),
        place_about=table.text_or_none("place_about") or "",
    )
    table.close()
    return story


def talk_story(table: Table) -> TalkStory:
    """A row of `[[talks]]`. Raises CountyFileNotValid."""
    story = TalkStory(
        person=table.text("person"),
        subject=table.text("subject"),
        lines=tuple(_line(row) for row in table.tables("lines")),
    )
    if not story.lines or story.lines[0].by:
        raise table.fail("lines", "ska börja med det personen själv har skrivit")
    table.close()
    return story


def _line(table: Table) -> LineStory:
    line = LineStory(
        at=table.text("at"),
        by=table.text_or_none("by") or "",
        text=table.text("text"),
    )
    table.close()
    return line
