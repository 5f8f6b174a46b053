"""Hospital stays as other systems tell of them (vårdtillfällen)."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.discharge.models import DischargeCase, InpatientEpisode
from naravard.people.details import Outcome, Recorded
from naravard.people.models import Person

FIRST_YEAR = 1900  # a stay before this is a slip of the pen


class Care(StrEnum):
    """The kinds of inpatient care that the law and the agreements tell apart."""

    SOMATIC = "somatic"
    PSYCHIATRIC = "psychiatric"


class PeriodNotPossible(DomainError):
    """A stay ends after it begins, and neither is still to come."""

    def __init__(self) -> None:
        """Say what the times have to be like."""
        super().__init__(
            "Vårdtillfällets tider går inte ihop.",
            remedy="Inskrivningen ska vara före utskrivningen, och ingen av dem får "
            "ligga i framtiden.",
        )


class StayOutsideLife(DomainError):
    """Nobody is admitted before birth or after death."""

    def __init__(self) -> None:
        """Say what to compare."""
        super().__init__(
            "Vårdtillfället börjar före födelsen eller efter dödsdagen.",
            remedy="Jämför med personens födelsedag och dödsdag.",
        )


class AlreadyInHospital(DomainError):
    """A person is in one hospital bed at a time."""

    def __init__(self) -> None:
        """Say that a stay is open."""
        super().__init__(
            "Personen är redan inskriven på sjukhus.",
            remedy="Avsluta det pågående vårdtillfället först.",
        )


class StaysOverlap(DomainError):
    """Two stays of one person do not share time."""

    def __init__(self) -> None:
        """Say that the times collide."""
        super().__init__(
            "Vårdtillfället går in i ett annat för samma person.",
            remedy="Kontrollera in- och utskrivningstiderna.",
        )


class EpisodeLedByItsCase(DomainError):
    """Once a stay is coordinated, what happens in it is told to the case (LUS)."""

    rule = "LUS 2 kap."

    def __init__(self) -> None:
        """Say where the change belongs."""
        super().__init__(
            "Vårdtillfället har en pågående samordning och kan inte ändras utifrån.",
            remedy="Skriv ändringen i ärendet.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stay:
    """The columns that another system may change."""

    ward_id: UUID
    care: str
    planned: bool
    admitted_at: datetime
    discharged_at: datetime | None


@transaction.atomic
def record_episode(
    *,
    person_id: UUID,
    ward_id: UUID,
    care: Care,
    admitted_at: datetime,
    discharged_at: datetime | None,
    planned: bool,
    outside_system: str,
    outside_id: str,
    now: datetime,
) -> Recorded:
    """Write a stay, or what is new about one told before; told twice it is one.

    Raises PeriodNotPossible, StayOutsideLife, AlreadyInHospital, StaysOverlap or
    EpisodeLedByItsCase, and then nothing is written.
    """
    stay = _Stay(
        ward_id=ward_id,
        care=care.value,
        planned=planned,
        admitted_at=admitted_at,
        discharged_at=discharged_at,
    )
    # One writer at a time for each person: overlaps are then seen.
    person = Person.objects.select_for_update().get(pk=person_id)
    _check_period(stay, now)
    _check_life(person, day_of(admitted_at))
    known = InpatientEpisode.objects.filter(
        outside_system=outside_system, outside_id=outside_id
    ).first()
    _check_room(person_id, stay, known)
    if known is not None:
        return _change(known, person_id, stay)
    episode = InpatientEpisode.objects.create(
        person_id=person_id,
        outside_system=outside_system,
        outside_id=outside_id,
        **asdict(stay),
    )
    return Recorded(id=episode.pk, outcome=Outcome.NEW)


def _check_period(stay: _Stay, now: datetime) -> None:
    ends = stay.discharged_at or now
    if not stay.admitted_at <= ends <= now or day_of(ends).year < FIRST_YEAR:
        raise PeriodNotPossible
    if day_of(stay.admitted_at).year < FIRST_YEAR:
        raise PeriodNotPossible


def _check_life(person: Person, day: date) -> None:
    unborn = person.birth_date is not None and day < person.birth_date
    dead = person.deceased_on is not None and day > person.deceased_on
    if unborn or dead:
        raise StayOutsideLife


def _check_room(person_id: UUID, stay: _Stay, known: InpatientEpisode | None) -> None:
    """Raise when another stay of the same person shares time with this one."""
    others = InpatientEpisode.objects.filter(person_id=person_id)
    if known is not None:
        others = others.exclude(pk=known.pk)
    if stay.discharged_at is None and others.filter(discharged_at=None).exists():
        raise AlreadyInHospital
    sharing = Q(discharged_at=None) | Q(discharged_at__gt=stay.admitted_at)
    if stay.discharged_at is not None:
        sharing &= Q(admitted_at__lt=stay.discharged_at)
    if others.filter(sharing).exists():
        raise StaysOverlap


def _change(known: InpatientEpisode, person_id: UUID, stay: _Stay) -> Recorded:
    """Take over what is different, unless a case leads the stay."""
    columns = {"person_id": person_id, **asdict(stay)}
    different = {
        name: value for name, value in columns.items() if getattr(known, name) != value
    }
    if not different:
        return Recorded(id=known.pk, outcome=Outcome.UNCHANGED)
    if DischargeCase.objects.filter(episode=known).exists():
        raise EpisodeLedByItsCase
    for name, value in different.items():
        setattr(known, name, value)
    known.save(update_fields=list(different))
    return Recorded(id=known.pk, outcome=Outcome.CHANGED)
