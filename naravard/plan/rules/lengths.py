"""How long a short text may be: as many characters as its column holds."""

from naravard.plan.rules.content import field_names
from naravard.plan.rules.errors import PartNotWhole
from naravard.plan.rules.parts import Part

# Characters. Fields that are not here hold texts of any length.
LONGEST = {
    "assessed_by": 200,
    "call_name": 200,
    "call_phone": 30,
    "changed_because": 300,
    "decided_by": 200,
    "decision": 200,
    "discussed_with": 300,
    "ended_because": 300,
    "frequency": 200,
    "held_by": 200,
    "measure": 300,
    "name": 200,
    "performed_by": 200,
    "phone": 30,
    "place": 300,
    "preferred_level": 200,
    "present": 300,
    "purpose": 300,
    "responsible_name": 200,
    "title": 200,
    "wished_place": 200,
}


def check_lengths(part: Part) -> None:
    """Raise PartNotWhole when a short text is longer than can be kept."""
    for name in field_names(type(part)):
        longest, text = LONGEST.get(name), getattr(part, name)
        if longest and isinstance(text, str) and len(text) > longest:
            raise PartNotWhole(
                f"Texten är för lång, {len(text)} tecken.",
                remedy=f"Skriv det viktigaste, högst {longest} tecken.",
            )
