"""Which units the physician judges to be needed after the stay."""

from uuid import UUID

from naravard.core.clock import day_of
from naravard.demo.course import parameters
from naravard.demo.course.part import Part
from naravard.demo.course.timeline import Need
from naravard.demo.people import ADULT, Patient
from naravard.people.queries import UnitRow
from naravard.people.roles import CareUnitKind

RETIRED = 65
DISABILITY_WHEN_YOUNGER = 0.5


def needed_units(part: Part) -> tuple[UUID, ...]:
    """Open care, social services and perhaps home nursing, by the kind of need."""
    need = part.timeline.need
    units: list[UnitRow] = []
    if need is not Need.MUNICIPALITY:
        units.append(_open_care(part))
    if need is not Need.OPEN_CARE:
        units.append(_social_services(part))
    nursing = part.writer.random.random() < parameters.HOME_NURSING_WHEN_BOTH
    if need is Need.BOTH and nursing:
        units.append(_home_nursing(part))
    return tuple(unit.id for unit in units)


def _open_care(part: Part) -> UnitRow:
    """The psychiatric clinic of the area, else where the person is listed."""
    writer = part.writer
    places, patient = writer.setting.places, writer.patient
    listed = places.by_key[patient.care_unit]
    if not writer.ward.psychiatric:
        return listed
    clinics = [
        unit
        for unit in places.by_key.values()
        if unit.kind is CareUnitKind.OPEN_CARE and unit.psychiatric
    ]
    near = [unit for unit in clinics if unit.node == listed.node] or clinics
    return near[0] if near else listed


def _social_services(part: Part) -> UnitRow:
    """The unit for coming home, or for disability when somebody is younger."""
    writer = part.writer
    found = _municipal(part, CareUnitKind.SOCIAL_SERVICES)
    age = writer.patient.age_on(day_of(part.timeline.admitted_at))
    if age < ADULT:
        return found[-1]
    by_chance = writer.random.random() < DISABILITY_WHEN_YOUNGER
    return found[-1] if age < RETIRED and by_chance else found[0]


def _home_nursing(part: Part) -> UnitRow:
    """The area's home nursing; the same for the same address."""
    found = _municipal(part, CareUnitKind.MUNICIPAL_HEALTH_CARE)
    return found[_area(part.writer.patient) % len(found)]


def _municipal(part: Part, kind: CareUnitKind) -> tuple[UnitRow, ...]:
    writer = part.writer
    return writer.setting.places.of_kind(kind, writer.patient.municipality)


def _area(patient: Patient) -> int:
    return sum(map(ord, patient.care_unit))
