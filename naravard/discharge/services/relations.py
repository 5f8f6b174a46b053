"""How the care relations a case made live on when what made them has ended."""

from datetime import datetime
from uuid import UUID

from naravard.access import services as access
from naravard.access.rules import RelationKind, lives_until

OF_THE_CASE = (
    RelationKind.ADMISSION,
    RelationKind.CASE,
    RelationKind.NAMED_CONTACT,
)


def let_end(*, case_id: UUID, at: datetime, kinds: tuple[RelationKind, ...]) -> None:
    """The cause ended at `at`; each relation lives on for as long as its terms say."""
    for kind in kinds:
        access.end_relations(
            source=case_id, ends_at=lives_until(kind, at), kinds=(kind,)
        )


def revoke(*, case_id: UUID, at: datetime) -> None:
    """The case was never about this person: every access through it ends now."""
    access.end_relations(source=case_id, ends_at=at, kinds=OF_THE_CASE)
