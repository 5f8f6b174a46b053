"""Answers and blocks in words for staff."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.access.queries import BlockRow, ConsentRow
from naravard.access.rules import BlockKind, ConsentScope
from naravard.web.words.days import moment_words, sentence_start

SCOPES: dict[str, str | Promise] = {
    ConsentScope.SHARED_READ: gettext_lazy("Läsa det andra har skrivit"),
    ConsentScope.SIP: gettext_lazy("Samordnad individuell plan"),
    ConsentScope.DISCHARGE_PLANNING: gettext_lazy("Planera hemgången tillsammans"),
    ConsentScope.MESSAGE: gettext_lazy("Skicka meddelande"),
    ConsentScope.LIFT_BLOCK: gettext_lazy("Läsa det som är spärrat"),
    ConsentScope.SENSOR: gettext_lazy("Kamera eller sensor"),
}
KINDS: dict[str, str | Promise] = {
    BlockKind.INNER: gettext_lazy("Spärrat för andra enheter hos samma vårdgivare"),
    BlockKind.OUTER: gettext_lazy("Spärrat för andra vårdgivare och omsorgen"),
}
# Said in a case and changed there, where what follows is shown.
CHANGED_ELSEWHERE = frozenset({ConsentScope.DISCHARGE_PLANNING})


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """One answer or block in force; `id` is None when it is changed elsewhere."""

    id: UUID | None
    title: str
    answer: str
    tone: str
    under: str


def consent_lines(rows: Iterable[ConsentRow], now: datetime) -> tuple[SaidRow, ...]:
    """The answers that hold now, the latest first."""
    return tuple(
        SaidRow(
            id=None if row.scope in CHANGED_ELSEWHERE else row.id,
            title=str(SCOPES[row.scope]),
            answer=gettext("Ja") if row.given else gettext("Nej"),
            tone="good" if row.given else "plain",
            under=_under(row.unit_name, row.at, now),
        )
        for row in rows
        if row.in_force
    )


def block_lines(rows: Iterable[BlockRow], now: datetime) -> tuple[SaidRow, ...]:
    """The blocks in force."""
    return tuple(
        SaidRow(
            id=row.id,
            title=row.unit_name or row.organisation_name,
            answer=gettext("Spärrat"),
            tone="warning",
            under=f"{KINDS[row.kind]}. {_under('', row.at, now)}",
        )
        for row in rows
        if row.lifted_at is None
    )


def _under(unit: str, at: datetime, now: datetime) -> str:
    when = sentence_start(moment_words(at, now))
    return f"{unit}. {when}" if unit else when
