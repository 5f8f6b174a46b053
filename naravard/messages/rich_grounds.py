"""The grounds that open information beyond the admission notice (pure).

Absent on purpose: the duty of LUS 2 kap., which opens five facts only; necessity
(OSL 10:2), which asks for two people's decision; concern for a child and registries,
which go other ways; and a person's own information, which goes to the person alone.
"""

from naravard.messages.grounds import Ground

RICH_GROUNDS = frozenset(
    {
        Ground.CONSENT,
        Ground.SHARED_RECORD,
        Ground.SAME_REGION,
        Ground.SAME_MUNICIPAL_HEALTH,
        Ground.MUNICIPAL_CARE,
        Ground.MINOR,
        Ground.ABUSE,
        Ground.COMPULSORY_CARE,
        Ground.UNBORN,
        Ground.CANNOT_CONSENT,
        Ground.HARM_TEST,
    }
)
