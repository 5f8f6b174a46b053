"""The only writers of what is told and written between persons and care."""

from naravard.dialogue.services.letters import (
    OpenedLetter,
    open_letter,
    open_letters,
    post_letter,
)
from naravard.dialogue.services.opening import (
    OpenedTalk,
    OwnDetails,
    OwnTalk,
    OwnTalks,
    open_own_details,
    open_own_talk,
    open_own_talks,
    open_talk,
    open_talks,
)
from naravard.dialogue.services.overdue import lead_on_late_talks
from naravard.dialogue.services.telling import give_mandate, tell_wishes
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
    "OwnDetails",
    "OwnTalk",
    "OwnTalks",
    "Written",
    "answer",
    "give_mandate",
    "lead_on_late_talks",
    "open_letter",
    "open_letters",
    "open_own_details",
    "open_own_talk",
    "open_own_talks",
    "open_talk",
    "open_talks",
    "pass_on",
    "post_letter",
    "tell_wishes",
    "write_more",
    "write_to_care",
]
