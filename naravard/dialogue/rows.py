"""What is told and written, as frozen rows (pure)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from naravard.dialogue.rules.routing import Because
from naravard.dialogue.rules.talks import Waits, WrittenBy
from naravard.dialogue.rules.wishes import Mandate, Wishes
from naravard.people.roles import RelatedKind
from naravard.plan.rules.kinds import Author


@dataclass(frozen=True, slots=True, kw_only=True)
class WishesRow:
    """What somebody has told, when and who wrote it down; never told, no moment."""

    wishes: Wishes
    told_at: datetime | None = None
    author: Author = Author.PERSON
    by_name: str = ""
    unit: str = ""

    @property
    def is_written_down(self) -> bool:
        """Whether staff wrote it after she had said it."""
        return self.told_at is not None and self.author is Author.TOLD


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateRow:
    """Somebody close to the person and what she may do here."""

    related_id: UUID
    name: str
    relation: str
    phone: str
    kind: RelatedKind
    mandate: Mandate
    last_day: date | None
    can_sign_in: bool

    @property
    def is_hers_to_give(self) -> bool:
        """Whether the person herself decides of it."""
        return self.kind is RelatedKind.RELATIVE


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRow:
    """One talk in a list; `is_unread` is whether the person has not read an answer."""

    talk_id: UUID
    person_id: UUID
    person_name: str
    subject: str
    waits: Waits
    unit: str
    to_name: str
    because: Because
    opened_at: datetime
    answer_by: datetime
    changed_at: datetime
    is_unread: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One line of a talk."""

    at: datetime
    written_by: WrittenBy
    text: str
    by_name: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeTalk:
    """A talk with all its lines."""

    talk: TalkRow
    lines: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """An answer to print and post; `address` as people may see it."""

    letter_id: UUID
    person_id: UUID
    person_name: str
    subject: str
    text: str
    by_name: str
    unit: str
    unit_phone: str
    queued_at: datetime
    posted_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit that a talk can be passed on to."""

    unit_id: UUID
    name: str
