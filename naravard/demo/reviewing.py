"""What a reviewer of logs finds in the invented county: one of each that can be found.

Links a few invented members of staff to invented inhabitants, so that the checks that
need such links have something to find, as they would with a county's own register.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from uuid import UUID

from naravard.access.queries import actor_for_assignment
from naravard.access.rules import Action, Category, Ground, Rule
from naravard.access.services import LogEntry
from naravard.core.clock import day_of, moment_at
from naravard.demo.ids import demo_id
from naravard.demo.inhabitants import person_id
from naravard.demo.people import Colleague, Patient, Staff
from naravard.demo.stories import Stories
from naravard.discharge.rules.history import EventType
from naravard.discharge.services.history import PastCase
from naravard.people.roles import Role
from naravard.review.services.facts import link_staff, note_known

LATELY = timedelta(days=3)
AFTER_HER_SHIFT = time(21, 40)
AN_HOUR_AGO = timedelta(hours=1)


@dataclass(slots=True, kw_only=True)
class Findings:
    """Who in staff is which inhabitant, who is publicly known, and what was read."""

    staff: dict[UUID, UUID] = field(default_factory=dict)
    known: set[UUID] = field(default_factory=set)
    read: list[LogEntry] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Somebody in staff who has worked with somebody lately."""

    colleague: Colleague
    person_id: UUID


def arrange(
    ongoing: list[PastCase],
    patients: Iterable[Patient],
    stories: Stories,
    staff: Staff,
    now: datetime,
) -> Findings:
    """A relative, a neighbour, one's own record and somebody well known; kept."""
    found = Findings()
    told = {person_id(story.key) for story in stories.people}
    personas = {demo_id("assignment", story.key) for story in stories.staff}
    invented = [
        each
        for each in _read(ongoing, staff, now)
        if each.person_id not in told and each.colleague.assignment_id not in personas
    ]
    _of_relative(found, ongoing, stories, staff, now)
    _of_neighbour(found, invented, patients)
    _of_oneself(found, invented)
    _of_known(found, invented)
    link_staff(persons=found.staff)
    note_known(persons=frozenset(found.known), now=now)
    return found


def _read(ongoing: list[PastCase], staff: Staff, now: datetime) -> Iterator[Read]:
    for past in ongoing:
        for each in past.events:
            lately = now - LATELY <= each.event.at <= now
            if lately and each.assignment_id in staff.by_id:
                yield Read(
                    colleague=staff.by_id[each.assignment_id], person_id=past.person_id
                )


def _of_relative(
    found: Findings,
    ongoing: list[PastCase],
    stories: Stories,
    staff: Staff,
    now: datetime,
) -> None:
    """A nurse at the ward is the daughter, and read when her shift had ended."""
    cases = {past.person_id: past for past in ongoing}
    for relation in stories.relations:
        past = cases.get(person_id(relation.person))
        nurse = past and _nurse_at_ward(past, staff)
        if past and nurse:
            found.staff[nurse.professional_id] = person_id(relation.other)
            found.read.append(_reading(past, nurse, now))
            return


def _nurse_at_ward(past: PastCase, staff: Staff) -> Colleague | None:
    """An invented nurse of the ward: the last in its list, who is nobody's persona."""
    nurses = [
        nurse
        for each in past.events
        if each.event.type is EventType.ADMIT and each.unit_id
        for nurse in staff.by_place.get((each.unit_id, Role.WARD_NURSE), [])
    ]
    return nurses[-1] if nurses else None


def _reading(past: PastCase, nurse: Colleague, now: datetime) -> LogEntry:
    evening = moment_at(day_of(now) - timedelta(days=1), AFTER_HER_SHIFT)
    return LogEntry(
        at=min(evening, now - AN_HOUR_AGO),
        actor=actor_for_assignment(nurse.assignment_id, day_of(now)),
        action=Action.READ,
        person_ids=(past.person_id,),
        category=Category.DISCHARGE_CASE,
        ground=Ground.READ_ADMISSION,
        rule=Rule.A02,
        about=past.case_id,
    )


def _of_neighbour(
    found: Findings, read: list[Read], patients: Iterable[Patient]
) -> None:
    """Somebody of another name at the same address as whom she read about."""
    everybody = list(patients)
    asked = {each.person_id for each in read}
    at_address: dict[str, list[Patient]] = {}
    for patient in everybody:
        at_address.setdefault(patient.address, []).append(patient)
    homes = {
        patient.person_id: neighbour.person_id
        for patient in everybody
        if patient.person_id in asked and patient.address
        for neighbour in at_address[patient.address]
        if neighbour.family_name != patient.family_name
    }
    for each in read:
        if each.person_id in homes and _is_free(found, each):
            found.staff[each.colleague.professional_id] = homes[each.person_id]
            return


def _of_oneself(found: Findings, read: list[Read]) -> None:
    """Somebody who read about herself."""
    for each in read:
        if _is_free(found, each):
            found.staff[each.colleague.professional_id] = each.person_id
            return


def _of_known(found: Findings, read: list[Read]) -> None:
    """Somebody whom many are curious about."""
    linked = set(found.staff.values())
    found.known |= {
        each.person_id for each in read[-1:] if each.person_id not in linked
    }


def _is_free(found: Findings, each: Read) -> bool:
    return each.colleague.professional_id not in found.staff
