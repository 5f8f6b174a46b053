"""Talks: a person's own, and those a unit is to answer."""

from uuid import UUID

from django.db.models import QuerySet

from naravard.access.rules import Actor, OpenRecord
from naravard.core.errors import NotFound
from naravard.dialogue.models import Talk, TalkLine
from naravard.dialogue.rows import LineRow, TalkRow, UnitRow, WholeTalk
from naravard.dialogue.rules.routing import Because
from naravard.dialogue.rules.talks import Waits, WrittenBy
from naravard.people.models import Organisation, Person
from naravard.people.roles import OrganisationKind
from naravard.plan.models import PlanParty
from naravard.plan.queries.lists import shown_name
from naravard.plan.rules.process import WORKED_ON

MOST_ROWS = 200


def own_talks(record: OpenRecord) -> tuple[TalkRow, ...]:
    """All that the person has written about, what changed last first (one SQL)."""
    rows = _talks().filter(person_id=record.person_id).order_by("-changed_at", "pk")
    return tuple(_row(row, record.actor) for row in rows[:MOST_ROWS])


def talk_of(record: OpenRecord, talk_id: UUID) -> TalkRow:
    """One talk of the opened person. Raises NotFound."""
    row = _talks().filter(pk=talk_id, person_id=record.person_id).first()
    if row is None:
        raise NotFound("Frågan finns inte här.", remedy="Gå till listan och välj igen.")
    return _row(row, record.actor)


def lines_of(record: OpenRecord, talk_id: UUID) -> tuple[LineRow, ...]:
    """What has been written in a talk, in order; how it was led is for staff only."""
    rows = TalkLine.objects.filter(talk_id=talk_id, talk__person_id=record.person_id)
    if record.actor.unit_id is None:
        rows = rows.exclude(written_by=WrittenBy.HOUSE)
    return tuple(map(_line, rows.select_related("unit").order_by("at", "pk")))


def whole_talks(record: OpenRecord) -> tuple[WholeTalk, ...]:
    """Every talk of the opened person with all its lines, for an extract."""
    return tuple(
        WholeTalk(talk=row, lines=lines_of(record, row.talk_id))
        for row in own_talks(record)
    )


def talks_of_unit(actor: Actor) -> tuple[TalkRow, ...]:
    """What the actor's unit reads: what waits first, by last day. The caller logs."""
    rows = _talks().filter(to_unit_id=actor.unit_id)
    ordered = rows.order_by("waits", "answer_by", "-changed_at", "pk")
    return tuple(_row(row, actor) for row in ordered[:MOST_ROWS])


def waiting_talks(actor: Actor) -> int:
    """How many wait for the actor's unit; names nobody."""
    return Talk.objects.filter(to_unit_id=actor.unit_id, waits=Waits.FOR_CARE).count()


def receivers_of(record: OpenRecord) -> tuple[UnitRow, ...]:
    """The units that a talk can be passed on to: in her plan, or where she is listed.

    Only while she says yes to the plan.
    """
    found = dict(in_her_plan(record).values_list("unit_id", "unit__name"))
    listed = Person.objects.filter(pk=record.person_id, listed_unit__isnull=False)
    found.update(listed.values_list("listed_unit_id", "listed_unit__name"))
    return tuple(
        UnitRow(unit_id=unit_id, name=name)
        for unit_id, name in sorted(found.items(), key=lambda one: one[1])
        if unit_id != record.actor.unit_id
    )


def region_of(record: OpenRecord) -> str:
    """The region whose name the one sender has; empty before there is a county."""
    regions = Organisation.objects.filter(kind=OrganisationKind.REGION)
    assert record.opened_at  # whoever asks has opened something
    return regions.order_by("key").values_list("name", flat=True).first() or ""


def in_her_plan(record: OpenRecord) -> QuerySet[PlanParty]:
    """The units that take part in a plan she says yes to."""
    return PlanParty.objects.filter(
        plan__person_id=record.person_id,
        plan__consented=True,
        plan__status__in=WORKED_ON,
        left_at=None,
    )


def _talks() -> QuerySet[Talk]:
    return Talk.objects.select_related("person", "to_unit")


def _row(row: Talk, actor: Actor) -> TalkRow:
    return TalkRow(
        talk_id=row.pk,
        person_id=row.person_id,
        person_name=shown_name(row.person, actor),
        subject=row.subject,
        waits=Waits(row.waits),
        unit=row.to_unit.name,
        to_name=row.to_name,
        because=Because(row.because),
        opened_at=row.opened_at,
        answer_by=row.answer_by,
        changed_at=row.changed_at,
        is_unread=row.waits == Waits.FOR_PERSON and row.read_by_person_at is None,
    )


def _line(row: TalkLine) -> LineRow:
    return LineRow(
        at=row.at,
        written_by=WrittenBy(row.written_by),
        text=row.text,
        by_name=row.by_name,
        unit=row.unit.name if row.unit else "",
    )
