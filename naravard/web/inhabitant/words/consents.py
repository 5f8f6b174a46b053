"""What the person has said yes or no to, what it means, and how to change it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.access.queries import BlockRow, ConsentRow
from naravard.access.rules import BlockKind, ConsentHow, ConsentScope
from naravard.discharge.own import PlanningAnswer
from naravard.discharge.rules.history import PlanningConsent
from naravard.web.inhabitant.words.days import plain_moment

Said = str | Promise

SCOPES: Mapping[str, Said] = {
    ConsentScope.SHARED_READ: gettext_lazy(
        "Att läsa det som andra vårdgivare har skrivit om dig"
    ),
    ConsentScope.SIP: gettext_lazy("En samordnad individuell plan (SIP)"),
    ConsentScope.DISCHARGE_PLANNING: gettext_lazy(
        "Att planera din hemgång tillsammans"
    ),
    ConsentScope.MESSAGE: gettext_lazy("Att skicka ett meddelande om dig"),
    ConsentScope.LIFT_BLOCK: gettext_lazy("Att läsa det som du har spärrat"),
    ConsentScope.SENSOR: gettext_lazy("Kamera eller sensor hemma hos dig"),
}
HOW: Mapping[str, Said] = {
    ConsentHow.SPOKEN: gettext_lazy("Du sa det till personalen."),
    ConsentHow.BY_PHONE: gettext_lazy("Du sa det på telefon."),
    ConsentHow.WRITTEN: gettext_lazy("Du skrev under ett papper."),
    ConsentHow.IN_REFERRAL: gettext_lazy("Det står i din remiss."),
    ConsentHow.ONLINE: gettext_lazy("Du svarade här."),
}
ANSWERS: Mapping[str, Said] = {
    PlanningConsent.GIVEN: gettext_lazy("Du har sagt ja"),
    PlanningConsent.DECLINED: gettext_lazy("Du har sagt nej"),
    PlanningConsent.WITHDRAWN: gettext_lazy("Du har tagit tillbaka ditt ja"),
}
BLOCKS: Mapping[str, Said] = {
    BlockKind.INNER: gettext_lazy(
        "Andra enheter hos samma vårdgivare kan inte läsa det som står där."
    ),
    BlockKind.OUTER: gettext_lazy("Andra vårdgivare kan inte läsa det som står där."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningCard:
    """The answer on planning together, and the answer one may change it to."""

    answer: str
    tone: str
    since: str
    is_yes: bool
    can_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """One yes, no or block, with what it means under it, and which row it is."""

    row_id: UUID
    title: str
    answer: str
    tone: str
    under: str


def planning_card(planning: PlanningAnswer, now: datetime) -> PlanningCard:
    """What the person says about planning together."""
    said = ANSWERS.get(planning.answer)
    is_yes = planning.answer == PlanningConsent.GIVEN
    return PlanningCard(
        answer=str(said) if said else gettext("Ingen har frågat dig än"),
        tone="good" if is_yes else "plain",
        since=plain_moment(planning.at, now, timed=False) if planning.at else "",
        is_yes=is_yes,
        can_change=planning.can_change,
    )


def consent_lines(
    consents: Iterable[ConsentRow], now: datetime
) -> tuple[SaidLine, ...]:
    """The answers that hold now, the latest first; planning has its own card."""
    return tuple(
        _consent(row, now)
        for row in consents
        if row.in_force and row.scope is not ConsentScope.DISCHARGE_PLANNING
    )


def block_lines(blocks: Iterable[BlockRow], now: datetime) -> tuple[SaidLine, ...]:
    """The blocks in force."""
    return tuple(_block(row, now) for row in blocks if row.lifted_at is None)


def _consent(row: ConsentRow, now: datetime) -> SaidLine:
    parts = (
        row.unit_name and f"{row.unit_name}.",
        gettext("Från %(when)s.") % {"when": plain_moment(row.at, now, timed=False)},
        _until(row, now),
        str(HOW[row.how]),
    )
    return SaidLine(
        row_id=row.id,
        title=str(SCOPES[row.scope]),
        answer=gettext("Ja") if row.given else gettext("Nej"),
        tone="good" if row.given else "plain",
        under=" ".join(part for part in parts if part),
    )


def _until(row: ConsentRow, now: datetime) -> str:
    if row.valid_to is None:
        return gettext("Gäller tills du säger något annat.")
    return gettext("Gäller till %(when)s.") % {
        "when": plain_moment(row.valid_to, now, timed=False)
    }


def _block(row: BlockRow, now: datetime) -> SaidLine:
    since = gettext("Från %(when)s.") % {"when": plain_moment(row.at, now, timed=False)}
    return SaidLine(
        row_id=row.id,
        title=row.unit_name or row.organisation_name,
        answer=gettext("Spärrat"),
        tone="plain",
        under=f"{BLOCKS[row.kind]} {since}",
    )
