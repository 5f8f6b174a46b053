"""Which acts are offered: those that fit, and that the reader may do."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from naravard.access.rules import may_do
from naravard.core.errors import Conflict, NotFound
from naravard.plan.rules.process import BEFORE_CONSENT, PlanStatus
from naravard.web.staff.plan.acts import (
    answering,
    calling,
    compulsory,
    holding,
    moving,
    parties,
    starting,
    tasks,
)
from naravard.web.staff.plan.acts.definition import Act, Setting

ALL: tuple[Act, ...] = (
    *starting.ACTS[:-1],
    *compulsory.ACTS,
    *calling.ACTS,
    *answering.ACTS,
    *holding.ACTS,
    *moving.ACTS[:-1],
    *parties.ACTS,
    *tasks.ACTS,
    moving.CLOSE,
    starting.WITHDRAW,
)
BY_SLUG = {act.slug: act for act in ALL}
# What stands first at each step of the process.
FIRST: dict[PlanStatus | None, Act] = {
    None: starting.FLAG,
    PlanStatus.NEED_FLAGGED: starting.SAY,
    PlanStatus.CONSENT_PENDING: starting.SAY,
    PlanStatus.PREPARING: calling.CALL,
    PlanStatus.MEETING_HELD: moving.USE,
    PlanStatus.UNDER_REVIEW: moving.FINISH,
    PlanStatus.CLOSED: starting.FLAG,
}


class NotPossibleNow(Conflict):
    """An act is done only while the plan, meeting or task stands so that it fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An act as a link."""

    act: Act
    href: str
    first: bool = False


def act_named(slug: str) -> Act:
    """The act with this address. Raises NotFound."""
    if slug not in BY_SLUG:
        raise NotFound(
            gettext("Det går inte att göra det i en plan."),
            remedy=gettext("Gå till planen och välj där."),
        )
    return BY_SLUG[slug]


def check_fits(act: Act, setting: Setting) -> None:
    """Raise NotPossibleNow unless the act can be done now."""
    if not act.fits(setting):
        raise NotPossibleNow(
            gettext("Det går inte att göra just nu."),
            remedy=gettext("Läs planen igen och se vad som har ändrats."),
        )


def offers(setting: Setting) -> tuple[Offer, ...]:
    """What can be done with the plan as a whole, the next step first."""
    first = FIRST.get(setting.status)
    found = [
        Offer(act=act, href=address(setting, act), first=act is first)
        for act in ALL
        if not act.about_one and _is_offered(act, setting)
    ]
    return tuple(sorted(found, key=lambda offer: not offer.first))


def offers_about(setting: Setting, *acts: Act) -> tuple[Offer, ...]:
    """What can be done with one meeting, task or unit."""
    return tuple(
        Offer(act=act, href=address(setting, act))
        for act in acts
        if _is_offered(act, setting)
    )


def address(setting: Setting, act: Act) -> str:
    """Where the act is done."""
    parts: list[UUID | str] = [setting.person.id, act.slug]
    if act.about_one and setting.about:
        return reverse("staff:plan_act_about", args=[*parts, setting.about])
    return reverse("staff:plan_act", args=parts)


def _is_offered(act: Act, setting: Setting) -> bool:
    waits = setting.status in {*BEFORE_CONSENT, None, PlanStatus.CLOSED}
    withdrawn = setting.status is PlanStatus.WITHDRAWN
    at_any_time = act is starting.FLAG or (act is starting.SAY and setting.by_law)
    if act.before_consent != (waits or withdrawn) and not at_any_time:
        return False
    return may_do(setting.actor, act.action).allowed and act.fits(setting)
