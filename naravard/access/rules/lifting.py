"""Asking the person to lift a block: who may ask, and how long the question stands."""

from datetime import timedelta
from enum import StrEnum

from naravard.access.rules.decisions import Decision, Rule

# Our own figure: long enough for a person who looks in once a week. [design]
STANDS_FOR = timedelta(days=14)
# What her yes changes (PDL 4 kap. 4-5 §§, SVOD 2 kap. 3 §).
CLOSED_BY_HER = frozenset({Rule.A05, Rule.A06, Rule.A07, Rule.A14})


class LiftAnswer(StrEnum):
    """What she answers."""

    WAITING = "waiting"
    YES = "yes"
    NO = "no"


def is_closed_by_her(decision: Decision, *, has_blocks: bool) -> bool:
    """Whether a block of hers is what keeps the data closed to whoever asks."""
    return not decision.allowed and has_blocks and decision.rule in CLOSED_BY_HER
