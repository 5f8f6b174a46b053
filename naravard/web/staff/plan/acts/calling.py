"""Calling to a meeting: when, where, how and who; answers and other times."""

from collections.abc import Iterator
from uuid import UUID

from django import forms
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action
from naravard.plan import services
from naravard.plan.rules.kinds import Mode
from naravard.plan.rules.meetings import InviteeKind
from naravard.plan.rules.process import PlanStatus
from naravard.plan.services import Invitation, Invited
from naravard.web.components.moments import MomentField
from naravard.web.staff.plan.acts.definition import Act, Doing, Setting
from naravard.web.staff.plan.acts.parties import worked_on
from naravard.web.staff.plan.forms import PlanForm
from naravard.web.staff.plan.parts.fields import (
    LONGEST_LINE,
    MISSING,
    kind_field,
)
from naravard.web.staff.plan.words.kinds import MODE

CAN_CALL = frozenset(
    {
        PlanStatus.PREPARING,
        PlanStatus.INVITED,
        PlanStatus.MEETING_HELD,
        PlanStatus.ACTIVE,
        PlanStatus.UNDER_REVIEW,
    }
)
PERSON, RELATED, UNIT = "person", "related:", "unit:"
TIMES = ("time", "second_time", "third_time")


class CallForm(PlanForm):
    """What a call says; `invited` is added with those around this person."""

    purpose = forms.CharField(
        label=gettext_lazy("Vad handlar mötet om?"), max_length=LONGEST_LINE
    )
    time = MomentField(label=gettext_lazy("Tid"))
    second_time = MomentField(
        label=gettext_lazy("Andra förslaget"),
        required=False,
        help_text=gettext_lazy("Med flera förslag får de inbjudna välja först."),
    )
    third_time = MomentField(label=gettext_lazy("Tredje förslaget"), required=False)
    minutes_long = forms.IntegerField(
        label=gettext_lazy("Minuter"), min_value=10, max_value=480, initial=60
    )
    mode = kind_field(gettext_lazy("Hur ses ni?"), dict(MODE))
    place = forms.CharField(
        label=gettext_lazy("Plats, länk eller telefonnummer"),
        max_length=LONGEST_LINE,
        required=False,
    )
    interpreter = forms.CharField(
        label=gettext_lazy("Tolk"),
        help_text=gettext_lazy("Språk och vem som är bokad, om personen behöver tolk."),
        max_length=LONGEST_LINE,
        required=False,
    )
    outside = forms.CharField(
        label=gettext_lazy("Andra som bjuds in"),
        help_text=gettext_lazy("En på varje rad, till exempel skola eller förening."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )


def _call_form(setting: Setting) -> type[PlanForm]:
    invited = forms.MultipleChoiceField(
        label=gettext("Vilka kallas?"),
        choices=list(_around(setting)),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": MISSING},
    )
    return type("WholeCallForm", (CallForm,), {"invited": invited})


def _around(setting: Setting) -> Iterator[tuple[str, str]]:
    yield PERSON, gettext("%(name)s, personen själv") % {"name": setting.person.name}
    for related_id, name in setting.plan.related_names:
        yield f"{RELATED}{related_id}", gettext("%(name)s, närstående") % {"name": name}
    for party in setting.plan.parties:
        if party.left_at is None:
            yield f"{UNIT}{party.unit_id}", f"{party.unit}, {party.organisation}"


def _usual(setting: Setting) -> dict[str, object]:
    """Everybody in the plan is called, unless somebody is left out."""
    return {
        "purpose": gettext("Samordnad individuell plan"),
        "minutes_long": 60,
        "mode": Mode.VIDEO.value,
        "invited": [key for key, _ in _around(setting)],
    }


def _invited(doing: Doing) -> Iterator[Invited]:
    setting = doing.setting
    for key in doing.entered["invited"]:
        yield _one(key, setting)
    for name in doing.entered["outside"].splitlines():
        if name.strip():
            yield Invited(kind=InviteeKind.OUTSIDE, name=name.strip()[:LONGEST_LINE])


def _one(key: str, setting: Setting) -> Invited:
    if key.startswith(UNIT):
        unit_id = UUID(key.removeprefix(UNIT))
        name = setting.plan.unit(unit_id)
        return Invited(kind=InviteeKind.UNIT, name=name, unit_id=unit_id)
    if key.startswith(RELATED):
        related_id = UUID(key.removeprefix(RELATED))
        name = setting.plan.related(related_id)
        return Invited(kind=InviteeKind.RELATED, name=name, related_id=related_id)
    return Invited(kind=InviteeKind.PERSON, name=setting.person.name)


def _call(doing: Doing) -> None:
    entered = doing.entered
    invitation = Invitation(
        purpose=entered["purpose"],
        mode=entered["mode"],
        times=tuple(entered[name] for name in TIMES if entered[name]),
        invited=tuple(_invited(doing)),
        place=entered["place"],
        minutes_long=entered["minutes_long"],
        interpreter=entered["interpreter"],
    )
    services.call_meeting(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        invitation=invitation,
        now=doing.setting.now,
    )


CALL = Act(
    slug="kalla",
    verb=gettext_lazy("Kalla till möte"),
    title=gettext_lazy("Kalla till möte"),
    help_text=gettext_lazy("Alla som kallas kan svara och föreslå en annan tid."),
    told=gettext_lazy("Kallelsen är skickad. De inbjudna svarar här."),
    action=Action.LEAD_PLAN,
    form=_call_form,
    perform=_call,
    fits=lambda setting: worked_on(setting) and setting.status in CAN_CALL,
    initial=_usual,
)
ACTS = (CALL,)
