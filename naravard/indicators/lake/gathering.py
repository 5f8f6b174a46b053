"""The facts of the rooms as rows for the lake: whom they are about is a pseudonym.

A pseudonym is made with a secret of the operation, so that the same person is the same
in every night's lake, and nobody outside can work out who it is. Names, numbers, free
text and persons with a protected identity's whereabouts never leave the database.
"""

import csv
import hmac
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from naravard.core.clock import day_of
from naravard.discharge.models import (
    CaseParty,
    Deadline,
    DischargeCase,
    InpatientEpisode,
)
from naravard.discharge.rules.deadlines import DeadlineCode
from naravard.discharge.rules.history import PlanningConsent
from naravard.people.models import Person
from naravard.people.roles import CareUnitKind, Protection

Cells = tuple[object, ...]
PSYCHIATRIC = "psychiatric"
# The lake is not told since when somebody is listed; it is how it stands tonight.
LISTED_SINCE = date(1900, 1, 1)
BATCH = 5_000
BITS = 63  # a pseudonym fits a whole number of the lake


def pseudonyms(secret: bytes) -> Callable[[UUID], int]:
    """The function that gives a person's pseudonym under the secret."""

    def pseudonym(person_id: UUID) -> int:
        mixed = hmac.new(secret, person_id.bytes, sha256).digest()
        return int.from_bytes(mixed[:8]) >> (64 - BITS)

    return pseudonym


def write_facts(folder: Path, *, secret: bytes) -> None:
    """Write each table as CSV, in the layout that an import reads."""
    pseudonym = pseudonyms(secret)
    tables: Mapping[str, tuple[Cells, Iterable[Cells]]] = {
        "person": (
            ("pid", "birth", "sex", "muni", "dead", "interpreter"),
            _persons(pseudonym),
        ),
        "listing": (("pid", "unit", "from", "to", "gp"), _listings(pseudonym)),
        "stay": (
            (
                *("pid", "in", "out", "planned", "main", "dx", "ecode", "clinic"),
                *("hospital", "psych", "ready", "died"),
            ),
            _stays(pseudonym),
        ),
        "discharge_case": (
            (
                *("pid", "admitted", "notice_sent", "notice_in_time"),
                *("contact_needed", "contact_named", "sip_required", "sip_called"),
                *("sip_call_in_time", "ready", "discharged"),
            ),
            _cases(pseudonym),
        ),
    }
    for name, (header, rows) in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows(rows)


def _persons(pseudonym: Callable[[UUID], int]) -> Iterator[Cells]:
    """Everyone with a birthday; where a protected person lives is not told."""
    rows = Person.objects.exclude(birth_date=None).values_list(
        "id", "birth_date", "registered_in", "deceased_on", "interpreter", "protection"
    )
    for person, birth, muni, dead, interpreter, protection in rows.iterator(BATCH):
        told = muni if protection == Protection.NONE else None
        yield pseudonym(person), birth, None, told or None, dead, interpreter


def _listings(pseudonym: Callable[[UUID], int]) -> Iterator[Cells]:
    rows = Person.objects.exclude(listed_unit=None).filter(protection=Protection.NONE)
    for person, unit in rows.values_list("id", "listed_unit__key").iterator(BATCH):
        yield pseudonym(person), unit, LISTED_SINCE, None, None


def _stays(pseudonym: Callable[[UUID], int]) -> Iterator[Cells]:
    rows = InpatientEpisode.objects.values_list(
        "person_id",
        "admitted_at",
        "discharged_at",
        "planned",
        "ward__key",
        "ward__hospital",
        "care",
        "dischargecase__ready_at",
        "person__deceased_on",
    )
    for row in rows.iterator(BATCH):
        person, begun, ended, planned, ward, hospital, care, ready, dead = row
        out = _day(ended)
        died = dead is not None and dead == out
        yield (
            *(pseudonym(person), day_of(begun), out, planned, None, None, None, ward),
            *(hospital, care == PSYCHIATRIC, _day(ready), died),
        )


def _cases(pseudonym: Callable[[UUID], int]) -> Iterator[Cells]:
    notices = _clock(DeadlineCode.ADMISSION_NOTICE)
    calls = _clock(DeadlineCode.SIP_CALL)
    contacts = _clock(DeadlineCode.NAMED_CONTACT)
    open_care = CaseParty.objects.filter(
        case=OuterRef("pk"), kind=CareUnitKind.OPEN_CARE, told_at__isnull=False
    )
    rows = DischargeCase.objects.annotate(
        notice_sent=Exists(notices.filter(met_at__isnull=False)),
        notice_late=Exists(notices.exclude(met_at__lte=F("due_at"))),
        needed=Exists(open_care),
        named=Exists(contacts.filter(met_at__lte=F("case__discharged_at"))),
        called=Exists(calls.filter(met_at__isnull=False)),
        call_in_time=Exists(calls.filter(met_at__lte=F("due_at"))),
    ).values_list(
        *("person_id", "admitted_at", "notice_sent", "notice_late", "needed", "named"),
        *("sip_required", "planning_consent", "called", "call_in_time"),
        *("ready_at", "discharged_at"),
    )
    for row in rows.iterator(BATCH):
        person, admitted, sent, late, needed, named, *rest = row
        required, consent, called, in_time, ready, discharged = rest
        yield (
            *(pseudonym(person), day_of(admitted), sent, sent and not late),
            *(needed, named, required and consent == PlanningConsent.GIVEN),
            *(called, in_time, _day(ready), _day(discharged)),
        )


def _clock(code: DeadlineCode) -> QuerySet[Deadline]:
    return Deadline.objects.filter(case=OuterRef("pk"), code=code, void=False)


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else day_of(moment)
