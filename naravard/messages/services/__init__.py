"""The only writers of messages: send, receive, take back, and learn from deviations."""

from naravard.messages.services.deviations import answer_deviation, report_deviation
from naravard.messages.services.importing import (
    PreparedMessage,
    PreparedReceipt,
    send_many,
)
from naravard.messages.services.reading import UnitDeviations, open_deviations
from naravard.messages.services.receiving import (
    acknowledge,
    forward,
    mark_missent,
    mark_read,
)
from naravard.messages.services.sending import send, withdraw

__all__ = [
    "PreparedMessage",
    "PreparedReceipt",
    "UnitDeviations",
    "acknowledge",
    "answer_deviation",
    "forward",
    "mark_missent",
    "mark_read",
    "open_deviations",
    "report_deviation",
    "send",
    "send_many",
    "withdraw",
]
