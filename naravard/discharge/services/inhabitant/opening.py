"""What every page of one's own begins with: the record, and for whom one reads."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naravard.access import queries as access_queries
from naravard.access import services as access
from naravard.access.queries import (
    LogLine,
    Readers,
)
from naravard.access.rules import (
    Action,
    Actor,
    ActorKind,
    Category,
    Ground,
    OpenRecord,
)
from naravard.core.clock import day_of
from naravard.core.errors import NotAllowed
from naravard.people.queries import (
    PersonHeader,
    ReadsForRow,
    reads_for,
)


class NotAnInhabitant(NotAllowed):
    """The page belongs to a person, and somebody at work asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """The record, whose it is, and whom else the reader may ask to read for."""

    record: OpenRecord
    person: PersonHeader
    reads_for: tuple[ReadsForRow, ...]

    @property
    def is_own(self) -> bool:
        """Whether the person reads about herself."""
        return self.record.actor.kind is ActorKind.PERSON

    @property
    def by_mandate(self) -> bool:
        """Whether somebody reads because the person lets them."""
        return self.record.ground == Ground.READ_MANDATE


def open_record(
    actor: Actor,
    now: datetime,
    *,
    category: Category = Category.DISCHARGE_CASE,
    action: Action = Action.READ,
    about: UUID | None = None,
) -> OpenRecord:
    """Her record, for herself or who may read. Raises as `access.open_record`."""
    person_id = actor.on_behalf_of or actor.person_id
    if person_id is None:
        raise NotAnInhabitant(
            "Den här sidan är till för invånare.",
            remedy="Öppna personens sida från din egen lista i stället.",
        )
    return access.open_record(
        actor=actor,
        person_id=person_id,
        now=now,
        category=category,
        action=action,
        about=about,
    )


def opened_by(record: OpenRecord, person: PersonHeader, now: datetime) -> Opened:
    """The record, whose it is, and whom else one may ask to read for."""
    return Opened(
        record=record,
        person=person,
        reads_for=reads_for(record.actor, day_of(now)),
    )


def read_by_others(
    record: OpenRecord, limit: int, before: int | None
) -> tuple[LogLine, ...]:
    """Who else than she herself has read, the latest first."""
    return access_queries.who_has_read(
        record, limit, before, readers=Readers.OTHERS, refusals=False
    )
