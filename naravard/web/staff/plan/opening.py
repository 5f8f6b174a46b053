"""Opening a person's plan, or its beginning before she has said yes."""

from uuid import UUID

from django.http import HttpRequest

from naravard.access.rules import AccessDenied, Actor
from naravard.core import clock
from naravard.plan import services
from naravard.plan.rules.process import SHARED
from naravard.plan.services import OpenedPlan
from naravard.web.actor import actor_of
from naravard.web.staff.plan.acts.definition import Setting


def setting_for(
    request: HttpRequest, person_id: UUID, about: UUID | None = None
) -> Setting:
    """The plan as the reader may have it now. Raises AccessDenied.

    Without a plan, or before the person's yes, only the beginning is opened; that the
    plan waits for her word is no refusal, so none is logged.
    """
    actor, now = actor_of(request), clock.now()
    try:
        opened = services.open_plan(actor=actor, person_id=person_id, now=now)
    except AccessDenied as denial:
        return _beginning(actor, person_id, about, denial)
    return Setting(
        record=opened.record,
        person=opened.person,
        process=opened.process,
        opened=opened if opened.plan else None,
        now=now,
        about=about,
    )


def plan_if_open(actor: Actor, person_id: UUID) -> OpenedPlan | None:
    """The plan, for a page that shows more than the plan; None to whoever may not."""
    try:
        opened = services.open_plan(actor=actor, person_id=person_id, now=clock.now())
    except AccessDenied:
        return None
    return opened if opened.plan else None


def _beginning(
    actor: Actor, person_id: UUID, about: UUID | None, denial: AccessDenied
) -> Setting:
    """Before there is a shared plan; one that is shared is not for this reader."""
    now = clock.now()
    begun = services.open_beginning(actor=actor, person_id=person_id, now=now)
    if begun.process and begun.process.head.status in SHARED:
        raise denial
    return Setting(
        record=begun.record,
        person=begun.person,
        process=begun.process,
        opened=None,
        now=now,
        about=about,
    )
