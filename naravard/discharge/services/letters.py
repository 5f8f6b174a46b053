"""Which ground a message about this person may rest on, and the person's own facts."""

from datetime import date, datetime
from uuid import UUID

from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.discharge.rules.folding import fold
from naravard.discharge.rules.history import PlanningConsent
from naravard.discharge.services.casefile import CaseFile
from naravard.discharge.services.performing import Letter
from naravard.messages.catalogue.admission_notice import AdmissionNotice
from naravard.messages.definition import Payload
from naravard.messages.grounds import Ground
from naravard.people.models import CareUnit, PersonIdentifier
from naravard.people.roles import OrganisationKind, Protection

PROTECTED_ADDRESS = "skyddad"
ONLY_THE_PROCESS = "Säger bara var processen står, till dem som redan vet om den."
ADULT_AT = 18  # years


class ConsentNeeded(DomainError):
    """Secrecy hinders: no ground opens this to everyone it would reach."""

    rule = "OSL 25 kap. 1 § och 26 kap. 1 §"


def rich_letter(
    file: CaseFile,
    *,
    code: str,
    payload: Payload,
    to: tuple[UUID, ...],
    at: datetime,
    harm_test: str = "",
) -> Letter:
    """A letter that says more than LUS 2:2 allows without consent.

    `harm_test` is a responsible person's written reason why nobody comes to harm.
    Raises ConsentNeeded when nothing opens it.
    """
    ground = _ground(file, to, day_of(at), harm_test)
    return Letter(
        code=code,
        to=to,
        payload=payload,
        ground=ground,
        harm_test=harm_test if ground is Ground.HARM_TEST else "",
    )


def plain_letter(
    file: CaseFile, *, code: str, payload: Payload, to: tuple[UUID, ...], at: datetime
) -> Letter:
    """A letter that says only where the process stands.

    That somebody the receivers already know of has left, or that a process has ended,
    is something it is clear that nobody comes to harm by (OSL 25:1, 26:1).
    """
    return rich_letter(
        file, code=code, payload=payload, to=to, at=at, harm_test=ONLY_THE_PROCESS
    )


def admission_notice(file: CaseFile, estimated_at: datetime) -> AdmissionNotice:
    """The five facts of LUS 2:2, and no more."""
    person = file.person
    return AdmissionNotice(
        given_name=person.given_name,
        family_name=person.family_name,
        person_identity=_identity(person.pk),
        registered_address=_address(file),
        estimated_discharge_at=estimated_at,
    )


def _ground(
    file: CaseFile, to: tuple[UUID, ...], today: date, harm_test: str
) -> Ground:
    if fold(file.history, file.units).consent is PlanningConsent.GIVEN:
        return Ground.CONSENT
    if _is_minor(file.person.birth_date, today):
        return Ground.MINOR
    if file.case.episode.compulsory:
        return Ground.COMPULSORY_CARE
    if file.person.lacks_capacity:
        return Ground.CANNOT_CONSENT
    return _ground_without_the_person(file, to, harm_test)


def _ground_without_the_person(
    file: CaseFile, to: tuple[UUID, ...], harm_test: str
) -> Ground:
    if _all_of_one_region(file, to):
        return Ground.SAME_REGION
    if harm_test:
        return Ground.HARM_TEST
    raise ConsentNeeded(
        "Personen har inte sagt ja till att uppgifterna delas med alla mottagare.",
        remedy="Fråga personen och skriv in samtycket. Kan hon inte svara, eller står "
        "det klart att ingen lider men, skriv skälet.",
    )


def _is_minor(born: date | None, today: date) -> bool:
    if born is None:
        return False
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return years < ADULT_AT


def _all_of_one_region(file: CaseFile, to: tuple[UUID, ...]) -> bool:
    units: list[CareUnit] = [p.unit for p in file.parties if p.unit_id in to]
    return all(
        unit.organisation.kind == OrganisationKind.REGION
        and unit.organisation_id == file.case.ward.organisation_id
        for unit in units
    )


def _identity(person_id: UUID) -> str:
    current = PersonIdentifier.objects.filter(person_id=person_id, current=True)
    return current.order_by("-pk").values_list("value", flat=True).first() or ""


def _address(file: CaseFile) -> str:
    person = file.person
    if person.protection != Protection.NONE:
        return PROTECTED_ADDRESS
    place = f"{person.postal_code} {person.town}".strip()
    return ", ".join(part for part in (person.street, place) if part)
