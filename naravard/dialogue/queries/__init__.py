"""The only readers of what has been told and written between persons and care."""

from naravard.dialogue.queries.letters import letter_of, letters_to_post
from naravard.dialogue.queries.talks import (
    lines_of,
    own_talks,
    receivers_of,
    region_of,
    talk_of,
    talks_of_unit,
    waiting_talks,
    whole_talks,
)
from naravard.dialogue.queries.wishes import mandates_of, reads_easily, wishes_of

__all__ = [
    "letter_of",
    "letters_to_post",
    "lines_of",
    "mandates_of",
    "own_talks",
    "reads_easily",
    "receivers_of",
    "region_of",
    "talk_of",
    "talks_of_unit",
    "waiting_talks",
    "whole_talks",
    "wishes_of",
]
