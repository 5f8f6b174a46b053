"""What those who write a part of a case need."""

from dataclasses import dataclass
from uuid import UUID

from naravard.demo.course.conditions import Condition
from naravard.demo.course.timeline import Timeline, Traits
from naravard.demo.course.writing import CaseWriter, Letter
from naravard.demo.people import Colleague
from naravard.discharge.rules.history import Event
from naravard.messages.definition import Payload
from naravard.messages.grounds import Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One case as its parts are written one after another."""

    writer: CaseWriter
    timeline: Timeline
    condition: Condition
    traits: Traits

    def write(
        self,
        event: Event,
        *,
        by: Colleague,
        code: str,
        to: tuple[UUID, ...],
        payload: Payload,
        ground: Ground | None = None,
        details: dict[str, object] | None = None,
    ) -> None:
        """An event and its message; without the message when nobody would get it."""
        goes_to_somebody = to or ground is Ground.OWN
        letter = Letter(code=code, to=to, payload=payload, ground=ground)
        self.writer.add(
            event, by, details=details, letter=letter if goes_to_somebody else None
        )
