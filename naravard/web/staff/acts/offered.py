"""Which acts to offer: allowed by the role, possible by LUS, sensible right now."""

from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext

from naravard.access.rules import may_do
from naravard.core.errors import DomainError, NotFound
from naravard.discharge.rules.guards import check_can
from naravard.discharge.rules.states import State
from naravard.messages.queries import MessageRow
from naravard.people.roles import CareUnitKind
from naravard.web.staff.acts import (
    admission,
    deviations,
    ending,
    homegoing,
    leave,
    meeting,
    obstacles,
    planning,
    post,
    ready,
    talking,
)
from naravard.web.staff.acts.definition import Act, Setting
from naravard.web.staff.words.steps import STEPS

# In the order they are used; the last ones end something.
ACTS: tuple[Act, ...] = (
    admission.ASSESS_NEED,
    admission.SEND_NOTICE,
    planning.ACKNOWLEDGE,
    planning.APPOINT,
    planning.CONSENT,
    planning.PLANNING_INPUT,
    meeting.ANSWER,
    meeting.CALL,
    ready.DECIDE_READY,
    ready.SEND_READY,
    obstacles.LIFT_BLOCKER,
    homegoing.INFORM,
    homegoing.LEAVE,
    homegoing.TRANSFER_INFORMATION,
    ending.FOLLOW_UP,
    talking.WRITE,
    talking.REMIND,
    talking.CONFIRM,
    admission.CHANGE_ESTIMATE,
    planning.SET_TRACK,
    obstacles.SET_BLOCKER,
    admission.TRANSFER,
    leave.GO_ON_LEAVE,
    leave.COME_BACK,
    deviations.REPORT,
    post.FORWARD,
    post.MISSENT,
    post.WITHDRAW,
    deviations.ANSWER_DEVIATION,
    ready.WITHDRAW_READY,
    ending.ABORT,
)
# What a state waits for when no unit has a step of its own.
NEXT_IN_STATE: dict[tuple[str, str | None], str] = {
    (State.OPEN, CareUnitKind.INPATIENT): admission.ASSESS_NEED.slug,
    (State.READY, CareUnitKind.INPATIENT): homegoing.LEAVE.slug,
}
BY_SLUG: dict[str, Act] = {act.slug: act for act in ACTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One act as a link."""

    act: Act
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What can be done in the case: the main act first, then the others."""

    main: Offer | None
    others: tuple[Offer, ...]
    grave: tuple[Offer, ...]


def act_named(slug: str) -> Act:
    """The act of an address. Raises NotFound."""
    if slug not in BY_SLUG:
        raise NotFound(
            gettext("Det går inte att göra det här."),
            remedy=gettext("Öppna ärendet och välj bland det som går att göra."),
        )
    return BY_SLUG[slug]


def is_possible(act: Act, setting: Setting) -> bool:
    """Whether the actor may do the act here and now, as far as can be known before."""
    allowed = may_do(setting.actor, act.action, setting.part).allowed
    return allowed and act.fits(setting) and _lawful(act, setting)


def check_possible(act: Act, setting: Setting) -> None:
    """Raise the DomainError that says why the act cannot be done now, if it cannot."""
    refusal = _refusal(act, setting)
    if refusal is not None:
        raise refusal
    if not act.fits(setting):
        raise DomainError(
            gettext("Det finns inget sådant att göra i ärendet just nu."),
            remedy=gettext("Öppna ärendet och välj bland det som går att göra."),
        )


def offers(setting: Setting) -> Offers:
    """Everything to offer in the case."""
    possible = [
        act for act in ACTS if not act.about_message and is_possible(act, setting)
    ]
    main = _main(possible, setting)
    rest = [act for act in possible if act.offered and act is not main]
    return Offers(
        main=_offer(main, setting) if main else None,
        others=tuple(_offer(act, setting) for act in rest if not act.grave),
        grave=tuple(_offer(act, setting) for act in rest if act.grave),
    )


def message_offers(setting: Setting, message: MessageRow) -> tuple[Offer, ...]:
    """What can be done about one message."""
    about = replace(setting, message=message)
    return tuple(
        Offer(act=act, href=address(setting.case.case_id, act.slug, message.id))
        for act in ACTS
        if act.about_message and is_possible(act, about)
    )


def address(case_id: UUID, slug: str, message_id: UUID | None = None) -> str:
    """Where an act is done, about a message if it is about one."""
    if message_id is None:
        return reverse("staff:act", args=[case_id, slug])
    return reverse("staff:act_about", args=[case_id, slug, message_id])


def _offer(act: Act, setting: Setting) -> Offer:
    return Offer(act=act, href=address(setting.case.case_id, act.slug))


def _main(possible: list[Act], setting: Setting) -> Act | None:
    """The act of our first open step; without one, what the state waits for."""
    slugs = _own_slugs(setting)
    slugs.append(NEXT_IN_STATE.get((setting.case.state, setting.actor.unit_kind), ""))
    known = {act.slug: act for act in possible}
    return next((known[slug] for slug in slugs if slug in known), None)


def hindrance(setting: Setting) -> DomainError | None:
    """Why our own next step cannot be taken yet, when the role may take it."""
    for slug in _own_slugs(setting)[:1]:
        act = BY_SLUG[slug]
        if may_do(setting.actor, act.action, setting.part).allowed:
            return _refusal(act, setting)
    return None


def _own_slugs(setting: Setting) -> list[str]:
    return [
        STEPS[step.code].act
        for step in setting.view.steps
        if step.ours and step.code in STEPS
    ]


def _lawful(act: Act, setting: Setting) -> bool:
    return _refusal(act, setting) is None


def _refusal(act: Act, setting: Setting) -> DomainError | None:
    event = act.event(setting)
    if event is None:
        return None
    try:
        check_can(event, setting.history, setting.units)
    except DomainError as refusal:
        return refusal
    return None
