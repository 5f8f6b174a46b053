"""The acts that end a case: followed up at home, or stopped before."""

from django import forms
from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.discharge import services
from naravard.discharge.rules.history import Event, EventType
from naravard.messages.catalogue.process_ended import ProcessEnded, WhyEnded
from naravard.people.roles import CareUnitKind
from naravard.web.staff.acts.asking import to_others
from naravard.web.staff.acts.definition import Act, Doing, Setting, Told
from naravard.web.staff.forms.base import ActForm
from naravard.web.staff.forms.fields import Option, one_of
from naravard.web.staff.forms.payload import payload_form, payload_of
from naravard.web.staff.words.events import OUTCOMES
from naravard.web.staff.words.messages import in_language


def _followed_event(setting: Setting) -> Event:
    return Event(type=EventType.FOLLOWED_UP, at=setting.now, by=setting.unit)


def _follow_up_form(_setting: Setting) -> type[ActForm]:
    return type(
        "FollowUpForm",
        (ActForm,),
        {
            "outcome": one_of(
                gettext_lazy("Hur gick det efter hemkomsten?"),
                [Option(value=v, text=str(t)) for v, t in OUTCOMES.items()],
                missing=gettext_lazy("Välj hur det gick"),
                radios=True,
            ),
            "note": forms.CharField(
                label=gettext_lazy("Det viktigaste från samtalet"),
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 3}),
            ),
        },
    )


def _follow_up(doing: Doing) -> None:
    services.follow_up(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        outcome=doing.entered["outcome"],
        note=doing.entered["note"],
        when=doing.when,
    )


def _ended_event(setting: Setting) -> Event:
    return Event(type=EventType.ABORT, at=setting.now, reason=WhyEnded.OTHER.value)


def _abort_form(setting: Setting) -> type[ActForm]:
    """Death is told by the ward; the others end for reasons of their own."""
    on_ward = setting.actor.unit_kind is CareUnitKind.INPATIENT
    reason = one_of(
        gettext_lazy("Varför slutar samordningen?"),
        [
            Option(value=why.value, text=in_language(why.wording))
            for why in WhyEnded
            if on_ward or why is not WhyEnded.DECEASED
        ],
        missing=gettext_lazy("Välj varför"),
        radios=True,
    )
    reason.help_text = gettext_lazy(
        "Efter ”Fel person” kan ingen annan enhet längre läsa ärendet."
    )
    return payload_form(
        ProcessEnded, leave_out=frozenset({"ended_at"}), extra={"reason": reason}
    )


def _abort(doing: Doing) -> None:
    services.abort(
        actor=doing.setting.actor,
        case_id=doing.case_id,
        payload=payload_of(ProcessEnded, doing.form, ended_at=doing.when.happened_at),
        when=doing.when,
    )


FOLLOW_UP = Act(
    slug="uppfoljning",
    verb=gettext_lazy("Spara och avsluta"),
    title=gettext_lazy("Följ upp hemgången"),
    help_text=gettext_lazy(
        "Ring 48–72 timmar efter hemgången. När du sparar avslutas ärendet."
    ),
    action=Action.FOLLOW_UP,
    event=_followed_event,
    form=_follow_up_form,
    perform=_follow_up,
    told=Told(
        title=gettext_lazy("Uppföljningen är sparad"),
        consequence=gettext_lazy("Ärendet är avslutat."),
    ),
)
ABORT = Act(
    slug="avsluta",
    verb=gettext_lazy("Avsluta ärendet"),
    title=gettext_lazy("Avbryt: avliden, fel person eller annat skäl"),
    help_text=gettext_lazy(
        "Alla tidsgränser slutar gälla och alla i ärendet får veta det."
    ),
    action=Action.ABORT,
    event=_ended_event,
    form=_abort_form,
    shown=to_others,
    perform=_abort,
    grave=True,
    told=Told(
        title=gettext_lazy("Ärendet är avslutat"),
        consequence=gettext_lazy("De som planerade har fått veta det."),
    ),
)
