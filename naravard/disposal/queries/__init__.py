"""The only readers of what has been kept for its time, and of decisions to erase."""

from naravard.disposal.queries.decisions import (
    DecisionRow,
    ProtocolRow,
    Waiting,
    decisions,
    protocols,
    waiting,
)
from naravard.disposal.queries.kept import KeptRow, kept_rows

__all__ = [
    "DecisionRow",
    "KeptRow",
    "ProtocolRow",
    "Waiting",
    "decisions",
    "kept_rows",
    "protocols",
    "waiting",
]
