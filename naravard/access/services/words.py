"""Keeps a yes or a no: one row, and one line in the change log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from naravard.access.models import Consent
from naravard.access.rules import (
    Actor,
    ConsentHow,
    ConsentScope,
    consent_lasts_until,
)
from naravard.access.rules.errors import ConsentNotSaidSo
from naravard.access.services.trace import note_change
from naravard.core.errors import NotFound

BATCH = 2_000  # rows in one INSERT


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person said, about what, to whom, when and how."""

    person_id: UUID
    scope: ConsentScope
    given: bool
    how: ConsentHow
    at: datetime
    given_by: str
    unit_id: UUID | None = None
    source: UUID | None = None
    valid_to: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastWord:
    """What a person said about planning in a case of the past."""

    case_id: UUID
    person_id: UUID
    given: bool
    withdrawn: bool = False
    how: str
    given_by: str = ""
    at: datetime
    recorded_by: UUID | None = None


def keep_word(*, actor: Actor, word: Word) -> UUID:
    """Keep it, and let it replace what the person said before on the same matter."""
    Consent.objects.filter(
        person_id=word.person_id,
        scope=word.scope,
        unit_id=word.unit_id,
        source=word.source,
        withdrawn_at=None,
        at__lte=word.at,
    ).update(withdrawn_at=word.at)
    said = Consent.objects.create(
        person_id=word.person_id,
        scope=word.scope,
        given=word.given,
        unit_id=word.unit_id,
        source=word.source,
        given_by=word.given_by,
        how=word.how,
        at=word.at,
        valid_to=word.valid_to,
        recorded_by_id=actor.assignment_id,
    )
    note_change(
        actor=actor,
        person_id=word.person_id,
        what="consent.given" if word.given else "consent.declined",
        object_id=said.pk,
        now=word.at,
        details={"scope": word.scope},
    )
    return said.pk


def take_back(
    *,
    actor: Actor,
    person_id: UUID,
    scope: ConsentScope,
    at: datetime,
    unit_id: UUID | None = None,
    source: UUID | None = None,
) -> int:
    """Withdraw every yes in force that matches; returns how many."""
    rows = Consent.objects.filter(
        person_id=person_id, scope=scope, given=True, withdrawn_at=None
    )
    if unit_id:
        rows = rows.filter(unit_id=unit_id)
    if source:
        rows = rows.filter(source=source)
    ids = list(rows.select_for_update().values_list("pk", flat=True))
    Consent.objects.filter(pk__in=ids).update(withdrawn_at=at)
    for consent_id in ids:
        note_change(
            actor=actor,
            person_id=person_id,
            what="consent.withdrawn",
            object_id=consent_id,
            now=at,
            details={"scope": scope},
        )
    return len(ids)


def take_one_back(
    *, actor: Actor, person_id: UUID, consent_id: UUID, at: datetime
) -> ConsentScope:
    """Withdraw one answer of the person's. Raises NotFound."""
    row = (
        Consent.objects.select_for_update()
        .filter(pk=consent_id, person_id=person_id, withdrawn_at=None)
        .first()
    )
    if row is None:
        raise NotFound(
            "Svaret finns inte, eller är redan tillbakataget.",
            rule="OSL 12 kap. 2 §",
            remedy="Läs sidan igen och se vad som gäller.",
        )
    Consent.objects.filter(pk=row.pk).update(withdrawn_at=at)
    scope = ConsentScope(row.scope)
    note_change(
        actor=actor,
        person_id=person_id,
        what="consent.withdrawn",
        object_id=row.pk,
        now=at,
        details={"scope": scope},
    )
    return scope


@transaction.atomic
def record_planning_consent(
    *,
    actor: Actor,
    person_id: UUID,
    source: UUID,
    given: bool,
    withdrawn: bool,
    how: str,
    given_by: str,
    at: datetime,
) -> None:
    """Keep what a person says about planning her discharge, for the case `source`.

    The caller has checked the actor's part in the case and writes the log row.
    Raises ConsentNotSaidSo.
    """
    if withdrawn:
        take_back(
            actor=actor,
            person_id=person_id,
            scope=ConsentScope.DISCHARGE_PLANNING,
            at=at,
            source=source,
        )
        return
    keep_word(
        actor=actor,
        word=Word(
            person_id=person_id,
            scope=ConsentScope.DISCHARGE_PLANNING,
            given=given,
            how=_how(how),
            at=at,
            given_by=given_by or "personen",
            source=source,
            valid_to=consent_lasts_until(ConsentScope.DISCHARGE_PLANNING, at)
            if given
            else None,
        ),
    )


def keep_planning_words(*, said: Iterable[PastWord]) -> int:
    """Keep what persons said of planning in cases of the past; how many words.

    The latest word in each case is the one that holds.
    """
    rows: dict[UUID, list[Consent]] = {}
    for past in said:
        spoken = rows.setdefault(past.case_id, [])
        if spoken:
            spoken[-1].withdrawn_at = past.at
        if not past.withdrawn:
            spoken.append(_row(past, len(spoken)))
    consents = [row for spoken in rows.values() for row in spoken]
    Consent.objects.bulk_create(consents, batch_size=BATCH)
    return len(consents)


def _row(past: PastWord, place: int) -> Consent:
    lasts = consent_lasts_until(ConsentScope.DISCHARGE_PLANNING, past.at)
    return Consent(
        id=uuid5(past.case_id, f"consent {place}"),
        person_id=past.person_id,
        scope=ConsentScope.DISCHARGE_PLANNING,
        given=past.given,
        source=past.case_id,
        given_by=past.given_by or "personen",
        how=_how(past.how),
        at=past.at,
        valid_to=lasts if past.given else None,
        recorded_by_id=past.recorded_by,
    )


def _how(text: str) -> ConsentHow:
    known = {how.value: how for how in ConsentHow}
    if text not in known:
        raise ConsentNotSaidSo(
            "Det framgår inte hur personen svarade.",
            rule="OSL 12 kap. 2 §",
            remedy="Välj om svaret var muntligt, på telefon, skriftligt, i remissen"
            " eller på webben.",
        )
    return known[text]
