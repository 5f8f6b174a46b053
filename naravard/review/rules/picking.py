"""From what the checks find in a day to what a human looks at: one row a visit."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from naravard.review.catalogue import CHECKS
from naravard.review.definition import Check, DayOfLog, Opening, Weight


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One opening, and the check that found it."""

    opening: Opening
    check: Check


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """What somebody in staff read about one person in a day, and why it is picked."""

    professional_id: UUID
    person_id: UUID
    unit_id: UUID
    checks: tuple[str, ...]  # the heaviest first
    weight: Weight
    entries: tuple[int, ...]
    first_at: datetime
    last_at: datetime
    reason: str  # as stated by the one who read; the latest


def pick(day: DayOfLog, checks: Iterable[Check] = CHECKS) -> tuple[Picked, ...]:
    """Everything of the day that some check finds, the heaviest first."""
    visits: dict[tuple[UUID, UUID], list[Found]] = defaultdict(list)
    for check in checks:
        for opening in check.finds(day):
            key = (opening.professional_id, opening.person_id)
            visits[key].append(Found(opening=opening, check=check))
    picked = [_picked(found) for found in visits.values()]
    return tuple(sorted(picked, key=lambda each: (-each.weight, each.first_at)))


def _picked(found: list[Found]) -> Picked:
    openings = sorted(
        {each.opening.id: each.opening for each in found}.values(),
        key=lambda opening: opening.id,
    )
    heaviest = sorted(
        {each.check.code: each.check for each in found}.values(),
        key=lambda check: -check.weight,
    )
    stated = [opening.reason for opening in openings if opening.reason]
    return Picked(
        professional_id=openings[0].professional_id,
        person_id=openings[0].person_id,
        unit_id=openings[-1].unit_id,
        checks=tuple(check.code for check in heaviest),
        weight=heaviest[0].weight,
        entries=tuple(opening.id for opening in openings),
        first_at=min(opening.at for opening in openings),
        last_at=max(opening.at for opening in openings),
        reason=stated[-1] if stated else "",
    )
