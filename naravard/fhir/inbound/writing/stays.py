"""Writes the hospital stays that a source tells of."""

from datetime import datetime
from uuid import UUID

from naravard.core.errors import DomainError
from naravard.discharge.episodes import EpisodeLedByItsCase, record_episode
from naravard.discharge.services import coordinate_stay, end_untold_stay
from naravard.fhir.inbound.problems import Reason
from naravard.fhir.inbound.records import StayRecord, Told
from naravard.fhir.inbound.writing.context import Context, in_batches
from naravard.fhir.inbound.writing.units import write_unit_by_number
from naravard.people.details import Number, Outcome, Recorded
from naravard.people.queries import person_with_number


def write_stays(context: Context) -> None:
    """Every stay, the oldest first, so that overlaps are judged alike each time."""
    stays = sorted(context.gathered.of(StayRecord), key=_oldest_first)
    for told, stay in in_batches(stays):
        parent = context.gathered.meant_by(stay.part_of, told.scope)
        if parent is not None and parent.name != told.name:
            what = Reason.PART_OF_ANOTHER.value
            context.problem(told, Reason.PART_OF_ANOTHER, what, "partOf")
            continue
        person_id = _person(context, told, stay)
        ward_id = _ward(context, told, stay)
        if person_id is None or ward_id is None:
            path = "subject" if person_id is None else "serviceProvider"
            what = Reason.REFERENCE_MISSING.value
            context.problem(told, Reason.REFERENCE_MISSING, what, path)
            continue
        _write(context, told, stay, person_id, ward_id)


def _write(
    context: Context, told: Told, stay: StayRecord, person_id: UUID, ward_id: UUID
) -> None:
    outside = _outside(context, told, stay)
    try:
        recorded = record_episode(
            person_id=person_id,
            ward_id=ward_id,
            care=context.care_at(ward_id),
            admitted_at=stay.admitted_at,
            discharged_at=stay.discharged_at,
            planned=stay.planned,
            outside_system=outside.system,
            outside_id=outside.value,
            now=context.now,
        )
    except EpisodeLedByItsCase as error:
        _end(context, told, stay, error)
    except DomainError as error:
        context.refused(told, error)
    else:
        context.took(told, recorded)
        _coordinate(context, recorded.id, stay)


def _coordinate(context: Context, episode_id: UUID, stay: StayRecord) -> None:
    """Whoever lies on a ward of ours stands on its list."""
    if stay.discharged_at is None:
        context.tally.cases_opened += coordinate_stay(
            episode_id=episode_id, now=context.now
        )


def _end(
    context: Context, told: Told, stay: StayRecord, error: EpisodeLedByItsCase
) -> None:
    """The case leads the stay, but what only the ward knows of may end from here."""
    outside = _outside(context, told, stay)
    ended = stay.discharged_at and end_untold_stay(
        outside_system=outside.system,
        outside_id=outside.value,
        discharged_at=stay.discharged_at,
        now=context.now,
    )
    if not ended:
        context.refused(told, error)
        return
    context.tally.cases_ended += 1
    context.took(told, Recorded(id=ended, outcome=Outcome.CHANGED))


def _outside(context: Context, told: Told, stay: StayRecord) -> Number:
    """What the source calls the stay; its own number only when it has no id."""
    if told.id or not stay.numbers:
        return context.source.number(told.name)
    return stay.numbers[0]


def _person(context: Context, told: Told, stay: StayRecord) -> UUID | None:
    """Whose stay it is: told now, told before, or known by the number given."""
    reference = stay.patient
    found = context.id_of(context.gathered.meant_by(reference, told.scope))
    if found is not None:
        return found
    if reference.number is not None:
        return person_with_number(reference.number)
    return person_with_number(context.source.number(reference.address))


def _ward(context: Context, told: Told, stay: StayRecord) -> UUID | None:
    for reference in stay.wards:
        meant = context.gathered.unit_meant_by(reference, told.scope)
        unit_id = context.id_of(meant)
        if unit_id is not None:
            return unit_id
        known = context.known_unit(reference)
        if known is not None:
            return known.id
    for reference in stay.wards:
        written = write_unit_by_number(context, reference)
        if written is not None:
            return written
    return None


def _oldest_first(stay: tuple[Told, StayRecord]) -> tuple[datetime, str]:
    told, record = stay
    return record.admitted_at, told.name
