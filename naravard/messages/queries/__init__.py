"""The only readers of messages: a thread, an inbox, and what deviations teach."""

from naravard.messages.queries.deviations import (
    DeviationCount,
    DeviationRow,
    deviation_counts,
    deviations,
)
from naravard.messages.queries.inbox import (
    InboxRow,
    ReturnedRow,
    inbox,
    not_reached,
    unread_count,
)
from naravard.messages.queries.personal import Letter, letters
from naravard.messages.queries.thread import MessageRow, ReceiptRow, thread_messages

__all__ = [
    "DeviationCount",
    "DeviationRow",
    "InboxRow",
    "Letter",
    "MessageRow",
    "ReceiptRow",
    "ReturnedRow",
    "deviation_counts",
    "deviations",
    "inbox",
    "letters",
    "not_reached",
    "thread_messages",
    "unread_count",
]
