"""A person in words: facts, contacts, what has changed, who has read."""

from dataclasses import dataclass

from django.utils.translation import gettext

from naravard.access.queries import LogLine
from naravard.discharge.services import OpenedPerson
from naravard.people.queries import PersonHeader
from naravard.web.caregivers import Caregiver
from naravard.web.components.people import Fact, PersonShown, Reading
from naravard.web.staff.words.units import letter_of
from naravard.web.words.languages import language_label

READINGS_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Somebody around the person, and how to reach them."""

    name: str
    role: str
    letter: Caregiver
    phone: str
    hours: str = ""

    @property
    def number(self) -> str:
        """The phone number as a telephone dials it."""
        digits = "".join(letter for letter in self.phone if letter.isdigit())
        return f"+46{digits[1:]}" if digits.startswith("0") else digits


def person_shown(person: PersonHeader) -> PersonShown | None:
    """The head of the page; None when her birth is not known."""
    if person.birth_date is None:
        return None
    return PersonShown(
        name=person.name,
        identity=person.number,
        born_on=person.birth_date,
        address=person.address,
    )


def facts_about(person: PersonHeader) -> tuple[Fact, ...]:
    """What holds whether or not she is in hospital."""
    facts = [
        Fact(
            term=gettext("Vårdcentral"),
            text=person.listed_unit_name or gettext("Inte listad"),
            under=person.listed_unit_phone,
        )
    ]
    near = [related for related in person.related if related.phone or related.may_read]
    if near:
        first = near[0]
        facts.append(
            Fact(
                term=gettext("Närstående"),
                text=f"{first.name}, {first.relation}",
                under=gettext("Får se planen") if first.may_read else "",
            )
        )
    spoken = language_label(person.language, interpreter=person.interpreter)
    if spoken:
        facts.append(Fact(term=gettext("Språk"), text=spoken))
    if person.protected:
        facts.append(
            Fact(
                term=gettext("Viktigt"),
                text=gettext("Skyddade uppgifter"),
                under=gettext("Skriv eller säg aldrig var personen bor"),
                tone="danger",
            )
        )
    return tuple(facts)


def contacts_of(opened: OpenedPerson) -> tuple[Contact, ...]:
    """Named contact first, then the units that work with her now, then her own."""
    view = opened.current
    found: list[Contact] = []
    if view and view.case.contact:
        contact = view.case.contact
        found.append(
            Contact(
                name=contact.name,
                role=gettext("Fast vårdkontakt, %(unit)s") % {"unit": contact.unit},
                letter=Caregiver.HEALTH_CENTRE,
                phone=contact.phone,
                hours=contact.phone_hours,
            )
        )
    for party in view.parties if view else ():
        if party.is_told and not party.has_left and party.phone:
            found.append(
                Contact(
                    name=party.unit,
                    role=party.organisation,
                    letter=letter_of(party.kind),
                    phone=party.phone,
                    hours=party.phone_hours,
                )
            )
    return (*found, *_own(opened.person))


def readings_of(opened: OpenedPerson) -> tuple[Reading, ...]:
    """Who has read lately, as far as the reader may know."""
    lines = [line for line in opened.readers if line.allowed]
    said = {(line.name, line.unit_name, line.why): line for line in reversed(lines)}
    latest = sorted(said.values(), key=lambda line: line.at, reverse=True)
    return tuple(_reading(line) for line in latest[:READINGS_SHOWN])


def _own(person: PersonHeader) -> tuple[Contact, ...]:
    herself = (
        Contact(
            name=person.name,
            role=gettext("Personen själv"),
            letter=Caregiver.PERSON,
            phone=person.phone,
        ),
    )
    related = tuple(
        Contact(
            name=related.name,
            role=related.relation,
            letter=Caregiver.PERSON,
            phone=related.phone,
        )
        for related in person.related
        if related.phone
    )
    return (*(herself if person.phone else ()), *related)


def _reading(line: LogLine) -> Reading:
    return Reading(
        name=line.name or line.unit_name or gettext("Systemet"),
        caregiver=Caregiver.EVERYONE,
        reason=line.why,
        read_at=line.at,
    )
