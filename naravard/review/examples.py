"""Whom the examples of the checks are about."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from naravard.review.definition import Opening

KARIN, OLLE = UUID(int=1), UUID(int=2)
ALI, SARA = UUID(int=11), UUID(int=12)
WARD = UUID(int=21)
MONDAY_NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)


def opening(
    number: int,
    *,
    by: UUID = ALI,
    about: UUID = KARIN,
    hours_later: float = 0,
    **facts: object,
) -> Opening:
    """An ordinary opening on a Monday at noon, but for what is said."""
    return Opening(
        id=number,
        at=MONDAY_NOON + timedelta(hours=hours_later),
        professional_id=by,
        unit_id=WARD,
        person_id=about,
        **facts,  # type: ignore[arg-type]
    )
