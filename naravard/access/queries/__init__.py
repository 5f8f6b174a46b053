"""The only readers of access: actors, and what a person may know about access."""

from naravard.access.queries.actors import (
    actor_for_assignment,
    actor_for_person,
    actor_for_relative,
    actors_of_professional,
    actors_of_unit,
)
from naravard.access.queries.emergency import EmergencyRow, OwnerRow, owners
from naravard.access.queries.insight import (
    BlockRow,
    ConsentRow,
    KeeperRow,
    RelationRow,
    blocks,
    consents,
    keepers,
    relations,
)
from naravard.access.queries.log import (
    PAGE,
    LogLine,
    Readers,
    log_rows,
    log_to_review,
    who_has_read,
)
from naravard.access.queries.subject import subject_facts

__all__ = [
    "PAGE",
    "BlockRow",
    "ConsentRow",
    "EmergencyRow",
    "KeeperRow",
    "LogLine",
    "OwnerRow",
    "Readers",
    "RelationRow",
    "actor_for_assignment",
    "actor_for_person",
    "actor_for_relative",
    "actors_of_professional",
    "actors_of_unit",
    "blocks",
    "consents",
    "keepers",
    "log_rows",
    "log_to_review",
    "owners",
    "relations",
    "subject_facts",
    "who_has_read",
]
