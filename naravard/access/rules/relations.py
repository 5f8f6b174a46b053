"""Care relations: why a unit works with a person, and how long that lives on."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from naravard.access.rules.data import Category
from naravard.access.rules.grounds import READING_GROUNDS, Ground
from naravard.core.clock import day_of, end_of


class RelationKind(StrEnum):
    """What makes a unit part of somebody's care (vårdrelation)."""

    ADMISSION = "admission"  # inpatient at the ward
    CASE = "case"  # received the admission notice
    NAMED_CONTACT = "named_contact"  # fast vårdkontakt works here
    PLAN = "plan"  # takes part in the plan
    COMPULSORY_PLAN = "compulsory_plan"  # takes part in one by LPT 7 a §, LRV 12 a §
    ENROLLED = "enrolled"  # in home nursing
    SERVICE = "service"  # gives decided services
    INVESTIGATION = "investigation"  # investigates the need of services
    LISTED = "listed"  # chosen health centre
    APPOINTMENT = "appointment"
    REFERRAL = "referral"
    SCHOOL = "school"
    STATED = "stated"  # an explicit, reasoned statement; reviewed afterwards


GROUND_OF_RELATION = {
    RelationKind.ADMISSION: Ground.READ_ADMISSION,
    RelationKind.CASE: Ground.READ_CASE,
    RelationKind.NAMED_CONTACT: Ground.READ_NAMED_CONTACT,
    RelationKind.PLAN: Ground.READ_PLAN,
    RelationKind.COMPULSORY_PLAN: Ground.READ_COMPULSORY_PLAN,
    RelationKind.ENROLLED: Ground.READ_ENROLLED,
    RelationKind.SERVICE: Ground.READ_SERVICE,
    RelationKind.INVESTIGATION: Ground.READ_INVESTIGATION,
    RelationKind.LISTED: Ground.READ_LISTED,
    RelationKind.APPOINTMENT: Ground.READ_APPOINTMENT,
    RelationKind.REFERRAL: Ground.READ_REFERRAL,
    RelationKind.SCHOOL: Ground.READ_SCHOOL,
    RelationKind.STATED: Ground.READ_STATED,
}

# Which relations make a unit a party to what is shared, whoever wrote it.
PARTY_RELATIONS = {
    Category.DISCHARGE_CASE: frozenset(
        {RelationKind.ADMISSION, RelationKind.CASE, RelationKind.NAMED_CONTACT}
    ),
    Category.VISIT: frozenset(
        {
            RelationKind.REFERRAL,
            RelationKind.ENROLLED,
            RelationKind.NAMED_CONTACT,
            RelationKind.LISTED,
            RelationKind.CASE,
            RelationKind.ADMISSION,
        }
    ),
    Category.PLAN: frozenset(
        {
            RelationKind.PLAN,
            RelationKind.COMPULSORY_PLAN,
            RelationKind.NAMED_CONTACT,
            RelationKind.CASE,
            RelationKind.ADMISSION,
        }
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationFacts:
    """One relation between the asking unit and the person."""

    kind: RelationKind
    starts_at: datetime
    ends_at: datetime | None = None
    source: UUID | None = None
    reason: str = ""

    def in_force(self, now: datetime) -> bool:
        """Whether the relation has begun and not ended."""
        return self.starts_at <= now and (self.ends_at is None or now < self.ends_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftercare:
    """From a day: how many days a relation lives on when what made it has ended."""

    kind: RelationKind
    valid_from: date
    days: int
    source: str


_DESIGN = "Näras förval, ej fastställt; bestäms av vårdgivaren"
_FROM_THE_START = date(2018, 1, 1)  # LUS came into force

AFTERCARE = (
    # The ward answers questions and corrects its information after discharge.
    Aftercare(
        kind=RelationKind.ADMISSION, valid_from=_FROM_THE_START, days=30, source=_DESIGN
    ),
    # Those who took over follow up: a call within 72 hours, a plan within weeks.
    Aftercare(
        kind=RelationKind.CASE, valid_from=_FROM_THE_START, days=90, source=_DESIGN
    ),
    Aftercare(
        kind=RelationKind.NAMED_CONTACT,
        valid_from=_FROM_THE_START,
        days=180,
        source=_DESIGN,
    ),
    Aftercare(
        kind=RelationKind.PLAN, valid_from=_FROM_THE_START, days=90, source=_DESIGN
    ),
    Aftercare(
        kind=RelationKind.ENROLLED, valid_from=_FROM_THE_START, days=30, source=_DESIGN
    ),
    Aftercare(
        kind=RelationKind.SERVICE, valid_from=_FROM_THE_START, days=30, source=_DESIGN
    ),
    Aftercare(
        kind=RelationKind.APPOINTMENT,
        valid_from=_FROM_THE_START,
        days=30,
        source=_DESIGN,
    ),
    Aftercare(
        kind=RelationKind.REFERRAL, valid_from=_FROM_THE_START, days=30, source=_DESIGN
    ),
    Aftercare(
        kind=RelationKind.STATED, valid_from=_FROM_THE_START, days=1, source=_DESIGN
    ),
)


def lives_until(
    kind: RelationKind,
    ended_at: datetime,
    terms: tuple[Aftercare, ...] = AFTERCARE,
) -> datetime:
    """The last second a relation opens anything, when its cause ended at `ended_at`.

    A kind without terms ends with its cause.
    """
    ended_on = day_of(ended_at)
    in_force = [
        term for term in terms if term.kind is kind and term.valid_from <= ended_on
    ]
    if not in_force:
        return ended_at
    latest = max(in_force, key=lambda term: term.valid_from)
    return end_of(ended_on + timedelta(days=latest.days))


def strongest(
    relations: tuple[RelationFacts, ...], now: datetime
) -> RelationFacts | None:
    """The relation in force that says most, in the order of `RelationKind`."""
    in_force = [relation for relation in relations if relation.in_force(now)]
    return min(in_force, key=lambda relation: _STRENGTH[relation.kind], default=None)


def why_relation(kind: RelationKind) -> str:
    """Why such a relation opens the record, as a Swedish sentence."""
    return READING_GROUNDS[GROUND_OF_RELATION[kind]].why


_STRENGTH = {kind: place for place, kind in enumerate(RelationKind)}
