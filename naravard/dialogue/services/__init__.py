"""The only writers of what is told and written between persons and care."""

from naravard.dialogue.services.close import (
    add_close,
    check_decides,
    describe_close,
    forget_close,
    give_mandate,
)
from naravard.dialogue.services.letters import (
    OpenedLetter,
    open_letter,
    open_letters,
    post_letter,
)
from naravard.dialogue.services.opening import (
    OpenedTalk,
    OpenedWishes,
    OwnDetails,
    OwnTalk,
    OwnTalks,
    open_own_details,
    open_own_talk,
    open_own_talks,
    open_talk,
    open_talks,
    open_wishes,
)
from naravard.dialogue.services.overdue import lead_on_late_talks
from naravard.dialogue.services.telling import tell_wishes
from naravard.dialogue.services.writing import (
    Written,
    answer,
    pass_on,
    write_more,
    write_to_care,
)

__all__ = [
    "OpenedLetter",
    "OpenedTalk",
    "OpenedWishes",
    "OwnDetails",
    "OwnTalk",
    "OwnTalks",
    "Written",
    "add_close",
    "answer",
    "check_decides",
    "describe_close",
    "forget_close",
    "give_mandate",
    "lead_on_late_talks",
    "open_letter",
    "open_letters",
    "open_own_details",
    "open_own_talk",
    "open_own_talks",
    "open_talk",
    "open_talks",
    "open_wishes",
    "pass_on",
    "post_letter",
    "tell_wishes",
    "write_more",
    "write_to_care",
]
