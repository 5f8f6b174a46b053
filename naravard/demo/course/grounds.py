"""Which ground an invented message rests on; the same order as in live cases."""

from collections.abc import Iterable

from naravard.demo.people import is_public
from naravard.messages.grounds import HEALTH_CARE, Ground
from naravard.people.queries import UnitRow


def ground_for(
    *,
    consented: bool,
    minor: bool,
    compulsory: bool,
    lacks_capacity: bool,
    sender: UnitRow,
    recipients: Iterable[UnitRow],
) -> Ground:
    """Consent first, then what the law opens, last a harm test (OSL 25 and 26 kap.)."""
    if consented:
        return Ground.CONSENT
    all_public = is_public(sender) and all(map(is_public, recipients))
    by_law = (
        (minor and all_public, Ground.MINOR),
        (compulsory and all_public, Ground.COMPULSORY_CARE),
        (lacks_capacity and sender.kind in HEALTH_CARE, Ground.CANNOT_CONSENT),
    )
    return next((ground for opens, ground in by_law if opens), Ground.HARM_TEST)
