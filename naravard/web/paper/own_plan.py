"""The plan as the person reads it, as a PDF: what matters, who does what, whom to call.

In the reader's language; what people have written stays as they wrote it.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.core.clock import day_of
from naravard.core.errors import NotFound
from naravard.plan.rows import PlanRow
from naravard.plan.rules.kinds import (
    LIVING,
    ActivityStatus,
    PassageKind,
    ResponsibleKind,
    TimeStatus,
)
from naravard.plan.rules.parts import Activity, Goal, TeamMember
from naravard.plan.services import OpenedPlan
from naravard.web.paper.sheets import TEMPLATE, Sheet, SheetBlock, SheetLine
from naravard.web.paper.typesetting import typeset
from naravard.web.words.days import clock_time, full_day, language, sentence_start

HERS = frozenset({ResponsibleKind.PERSON, ResponsibleKind.RELATED})
STATUS: dict[ActivityStatus, str | Promise] = {
    ActivityStatus.PROPOSED: gettext_lazy("Föreslaget"),
    ActivityStatus.ASKED: gettext_lazy("Väntar på svar"),
    ActivityStatus.ACCEPTED: gettext_lazy("Bestämt"),
    ActivityStatus.ONGOING: gettext_lazy("Pågår"),
}
QUOTED: tuple[tuple[PassageKind, str | Promise], ...] = (
    (PassageKind.WHAT_MATTERS, gettext_lazy("Det här är viktigt för mig")),
    (PassageKind.AGREEMENT, gettext_lazy("Det här är vi överens om")),
    (PassageKind.STRENGTHS, gettext_lazy("Det här får mig att må bra")),
)
CRISIS: tuple[tuple[PassageKind, str | Promise], ...] = (
    (PassageKind.CRISIS_SIGNS, gettext_lazy("Det märks på mig när")),
    (PassageKind.CRISIS_HELPS, gettext_lazy("Det här hjälper mig")),
    (PassageKind.CRISIS_AVOID, gettext_lazy("Det här vill jag inte")),
    (PassageKind.CRISIS_CALL, gettext_lazy("De här ska ni ringa")),
)
MEETING: tuple[tuple[PassageKind, str | Promise], ...] = (
    (PassageKind.OWN_QUESTIONS, gettext_lazy("Det vill jag ta upp")),
    (PassageKind.OWN_SUMMARY, gettext_lazy("Det kom vi överens om")),
)


def own_plan_pdf(opened: OpenedPlan, now: datetime) -> bytes:
    """The file, tagged and titled. Raises NotFound when there is no plan to read."""
    return typeset(TEMPLATE, own_plan_sheet(opened, now))


def own_plan_sheet(opened: OpenedPlan, now: datetime) -> Sheet:
    """What the paper says. Raises NotFound when there is no plan to read."""
    plan = opened.plan
    if plan is None:
        raise NotFound(
            gettext("Det finns ingen plan att hämta än."),
            remedy=gettext("Be om en gemensam plan på sidan Min plan."),
        )
    return Sheet(
        title=gettext("Min plan"),
        language=language(),
        about=(
            gettext("Gäller: %(name)s") % {"name": opened.person.name},
            gettext("Planen ändrades senast %(day)s. Version %(version)s.")
            % {
                "day": full_day(day_of(plan.head.changed_at)),
                "version": plan.head.version,
            },
            gettext("Hämtat %(day)s ur Nära.") % {"day": full_day(day_of(now))},
        ),
        blocks=tuple(_blocks(plan, now)),
        foot=gettext("Ring 1177 för råd om vård, hela dygnet. Ring 112 vid fara."),
    )


def _blocks(plan: PlanRow, now: datetime) -> Iterable[SheetBlock]:
    for kind, title in QUOTED:
        if text := plan.content.passage(kind).strip():
            yield _quoted(str(title), text)
    yield _goals(plan)
    yield from _activities(plan)
    yield _times(plan, now)
    yield _team(plan)
    yield from _if_worse(plan)
    yield from _texts(plan, gettext("Min krisplan"), CRISIS)
    yield from _texts(plan, gettext("Mötet med mina ord"), MEETING)
    if plan.head.review_due_on:
        when = full_day(plan.head.review_due_on)
        yield _block(
            gettext("Uppföljning"),
            [SheetLine(text=gettext("Planen följs upp %(when)s.") % {"when": when})],
        )


def _quoted(title: str, text: str) -> SheetBlock:
    return SheetBlock(
        title=title, lines=(SheetLine(text=text),), when_empty="", as_quote=True
    )


def _block(title: str, lines: Iterable[SheetLine], nothing: str = "") -> SheetBlock:
    return SheetBlock(title=title, lines=tuple(lines), when_empty=nothing)


def _goals(plan: PlanRow) -> SheetBlock:
    return _block(
        gettext("Mina mål"),
        (
            SheetLine(text=one.text, note=_about_goal(one, plan))
            for one in plan.content.goals
        ),
        gettext("Inga mål är skrivna än."),
    )


def _about_goal(one: Goal, plan: PlanRow) -> str:
    writer = plan.proxy(one.id)
    parts = (
        gettext("Klart") if one.reached else "",
        f"{gettext('Skrivet av')} {writer}" if writer else "",
    )
    return ", ".join(part for part in parts if part)


def _activities(plan: PlanRow) -> Iterable[SheetBlock]:
    living = [one for one in plan.content.activities if one.status in LIVING]
    mine = [_activity(one, plan) for one in living if one.responsible in HERS]
    others = [_activity(one, plan) for one in living if one.responsible not in HERS]
    if mine:
        yield _block(gettext("Det jag gör"), mine)
    yield _block(gettext("Det andra gör"), others, gettext("Inget är bestämt än."))


def _activity(one: Activity, plan: PlanRow) -> SheetLine:
    rests = gettext("Vilar medan du är på sjukhus")
    parts = (
        _responsible(one, plan),
        one.frequency,
        rests if one.id in plan.resting else str(STATUS.get(one.status, "")),
    )
    return SheetLine(text=one.text, note=", ".join(part for part in parts if part))


def _responsible(one: Activity, plan: PlanRow) -> str:
    if one.responsible is ResponsibleKind.PERSON:
        return ""
    if one.responsible is ResponsibleKind.RELATED:
        return plan.related(one.responsible_related_id)
    unit = plan.unit(one.responsible_unit_id)
    return ", ".join(part for part in (one.responsible_name, unit) if part)


def _times(plan: PlanRow, now: datetime) -> SheetBlock:
    coming = sorted(
        (
            one
            for one in plan.content.times
            if one.starts_at >= now and one.status is not TimeStatus.CANCELLED
        ),
        key=lambda one: one.starts_at,
    )
    return _block(
        gettext("Mina tider"),
        (
            SheetLine(
                label=sentence_start(
                    f"{full_day(day_of(one.starts_at))} {clock_time(one.starts_at)}"
                ),
                text=one.purpose,
                note=", ".join(
                    part for part in (plan.unit(one.unit_id), one.place) if part
                ),
            )
            for one in coming
        ),
        gettext("Inga tider är avtalade."),
    )


def _team(plan: PlanRow) -> SheetBlock:
    contact = plan.contact
    ordered = sorted(plan.content.team, key=lambda one: one != contact)
    return _block(
        gettext("De som är med"),
        (_member(one, plan, is_contact=one == contact) for one in ordered),
        gettext("Ingen är utsedd än."),
    )


def _member(one: TeamMember, plan: PlanRow, *, is_contact: bool) -> SheetLine:
    about = (
        gettext("Min kontakt") if is_contact else "",
        one.title,
        plan.unit(one.unit_id),
        one.phone,
    )
    return SheetLine(text=one.name, note=", ".join(part for part in about if part))


def _if_worse(plan: PlanRow) -> Iterable[SheetBlock]:
    for one in plan.content.contingencies:
        said = (
            (gettext("Det jag gör"), one.i_do),
            (gettext("Det personalen gör"), one.staff_do),
            (gettext("Ring"), f"{one.call_name} {one.call_phone}".strip()),
        )
        yield _block(
            gettext("Om det blir sämre: %(when)s") % {"when": one.when},
            (SheetLine(label=label, text=text) for label, text in said if text),
        )


def _texts(
    plan: PlanRow, title: str, kinds: tuple[tuple[PassageKind, str | Promise], ...]
) -> Iterable[SheetBlock]:
    lines = [
        SheetLine(label=str(label), text=text)
        for kind, label in kinds
        if (text := plan.content.passage(kind).strip())
    ]
    if lines:
        yield _block(title, lines)
