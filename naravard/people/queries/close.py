"""Those close to a person: whose mandate holds, and who somebody close is."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from naravard.people.identity import parse
from naravard.people.models import Person
from naravard.people.names import search_key
from naravard.people.roles import Protection

FEWEST_NAMES = 2  # one given and one family name


def mandated(on: date) -> Q:
    """Those who may read for a person that day, by her mandate (fullmakt)."""
    return Q(may_read=True) & (Q(mandate_to=None) | Q(mandate_to__gte=on))


def person_called(*, number: str, name: str, today: date) -> UUID | None:
    """Who has this number and this name, in one SQL; None when nobody has both.

    Nobody with protected identity and nobody dead is found, so that an answer tells
    nothing of them. Raises PersonNumberNotValid.
    """
    identifier = parse(number, today=today)
    words = search_key("", name).split()
    if len(words) < FEWEST_NAMES:
        return None
    found = Person.objects.filter(
        identifiers__value=identifier.value,
        identifiers__system=str(identifier.system),
        protection=Protection.NONE,
        deceased_on=None,
    ).first()
    if found is None or not set(words) <= set(found.search_name.split()):
        return None
    return found.pk
