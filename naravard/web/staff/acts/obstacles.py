"""Obstacles in open care: report one, and say that it is solved."""

from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.discharge import services
from naravard.discharge.rules.history import (
    BlockerReason,
    Event,
    EventType,
)
from naravard.web.staff.acts.definition import Act, Doing, Setting, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import Option, one_of
from naravard.web.staff.words.planning import (
    BLOCKER_REASONS,
)


def _blocker_form(_setting: Setting) -> type[ActForm]:
    field = one_of(
        gettext_lazy("Vad hindrar hemgången?"),
        [Option(value=v, text=str(t)) for v, t in BLOCKER_REASONS.items()],
        missing=gettext_lazy("Välj vad som hindrar"),
        radios=True,
    )
    return type("BlockerForm", (ActForm,), {"reason": field})


def _blocker_on(setting: Setting) -> Event:
    return Event(
        type=EventType.REGION_BLOCKER,
        at=setting.now,
        by=setting.unit,
        on=True,
        reason=BlockerReason.NOT_AVAILABLE,
    )


def _blocker_off(setting: Setting) -> Event | None:
    blockers = setting.folded.open_blockers
    return Event(
        type=EventType.REGION_BLOCKER,
        at=setting.now,
        by=setting.unit,
        on=False,
        reason=blockers[0].reason if blockers else None,
    )


def _lift_form(setting: Setting) -> type[ActForm]:
    # The same form sent twice comes back when the blocker is already lifted.
    open_now = [b.reason for b in setting.folded.open_blockers]
    reasons = dict.fromkeys(open_now or BLOCKER_REASONS)
    field = one_of(
        gettext_lazy("Vilket hinder är löst?"),
        [Option(value=r, text=str(BLOCKER_REASONS[r])) for r in reasons],
        missing=gettext_lazy("Välj vilket hinder som är löst"),
        radios=True,
    )
    return type("LiftBlockerForm", (ActForm,), {"reason": field})


def _lift_known(setting: Setting) -> dict[str, object]:
    return {"reason": setting.folded.open_blockers[0].reason}


def _set_blocker(doing: Doing) -> None:
    _change_blocker(doing, on=True)


def _lift_blocker(doing: Doing) -> None:
    _change_blocker(doing, on=False)


def _change_blocker(doing: Doing, *, on: bool) -> None:
    services.set_blocker(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        on=on,
        reason=BlockerReason(doing.entered["reason"]),
        when=doing.when,
    )


SET_BLOCKER = Act(
    slug="hinder",
    verb=gettext_lazy("Anmäl hindret"),
    title=gettext_lazy("Anmäl hinder i den öppna vården"),
    help_text=gettext_lazy(
        "Så länge den öppna vårdens insatser saknas eller är oklara betalar kommunen"
        " inte (LUS 5 kap. 5 §)."
    ),
    action=Action.SET_BLOCKER,
    event=_blocker_on,
    fits=lambda setting: not setting.folded.open_blockers,
    form=_blocker_form,
    perform=_set_blocker,
    told=Told(
        title=gettext_lazy("Hindret är anmält"),
        consequence=gettext_lazy("Vårdcentralen ska lösa det. Alla i ärendet ser det."),
    ),
)


LIFT_BLOCKER = Act(
    slug="hava-hinder",
    verb=gettext_lazy("Hindret är löst"),
    title=gettext_lazy("Häv hindret"),
    help_text=gettext_lazy("Den öppna vårdens insatser finns nu. Dagarna räknas igen."),
    action=Action.CLEAR_BLOCKER,
    event=_blocker_off,
    fits=lambda setting: bool(setting.folded.open_blockers),
    form=_lift_form,
    initial=_lift_known,
    perform=_lift_blocker,
    told=Told(
        title=gettext_lazy("Hindret är hävt"),
        consequence=gettext_lazy("Alla i ärendet ser det nu."),
    ),
)
