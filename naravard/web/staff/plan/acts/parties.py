"""Units come and go, and sign what a legal plan says."""

from collections.abc import Iterator
from uuid import UUID

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action
from naravard.core.clock import day_of
from naravard.people.queries import UnitRow, units_for_municipality, units_of_kind
from naravard.people.roles import CareUnitKind
from naravard.plan import services
from naravard.plan.rules.kinds import View
from naravard.plan.rules.process import WORKED_ON
from naravard.web.staff.forms.fields import reason_field
from naravard.web.staff.plan.acts.definition import Act, Doing, Setting, opened_plan
from naravard.web.staff.plan.forms import PlanForm
from naravard.web.staff.plan.parts.fields import MISSING, one_id
from naravard.web.staff.plan.words.kinds import VIEW

# Kinds of unit that serve the whole county, and those of the person's municipality.
COUNTY: dict[CareUnitKind, Promise] = {
    CareUnitKind.OPEN_CARE: gettext_lazy("Vårdcentraler och mottagningar"),
    CareUnitKind.MOBILE_TEAM: gettext_lazy("Mobila team"),
    CareUnitKind.INPATIENT: gettext_lazy("Avdelningar"),
}
MUNICIPAL: dict[CareUnitKind, Promise] = {
    CareUnitKind.SOCIAL_SERVICES: gettext_lazy("Kommunens samordning"),
    CareUnitKind.MUNICIPAL_HEALTH_CARE: gettext_lazy("Kommunens sjukvård"),
    CareUnitKind.SHORT_STAY: gettext_lazy("Korttidsboende"),
    CareUnitKind.SCHOOL_HEALTH: gettext_lazy("Elevhälsans medicinska insats"),
    CareUnitKind.PUPIL_WELFARE: gettext_lazy("Elevhälsan"),
    CareUnitKind.CHILD_AND_FAMILY: gettext_lazy("Barn och familj"),
}


class LeaveForm(PlanForm):
    """Why a unit takes part no more."""

    because = reason_field(gettext_lazy("Varför deltar enheten inte längre?"))


def _invite_form(setting: Setting) -> type[PlanForm]:
    field = one_id(
        gettext_lazy("Vilken enhet?"),
        [],
        required=True,
        help_text=gettext_lazy(
            "Enheten behöver inte känna personen sedan tidigare. Den läser planen"
            " så snart den är inbjuden."
        ),
    )
    field.choices = [("", gettext("Välj …")), *_groups(setting)]
    return type("InviteForm", (PlanForm,), {"unit": field})


def _groups(setting: Setting) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    today, code = day_of(setting.now), setting.person.municipality_code
    present = {one.unit_id for one in setting.plan.parties if one.left_at is None}
    for kind, name in MUNICIPAL.items():
        units = units_for_municipality(code, kind, today)
        yield str(name), _choices(units, present)
    for kind, name in COUNTY.items():
        yield str(name), _choices(units_of_kind(kind, today), present)


def _choices(units: tuple[UnitRow, ...], present: set[UUID]) -> list[tuple[str, str]]:
    return [(str(one.id), one.name) for one in units if one.id not in present]


def _sign_form(setting: Setting) -> type[PlanForm]:
    field = forms.TypedChoiceField(
        label=gettext("Vilken plan justerar ni?"),
        choices=[(one, VIEW[one]) for one in setting.plan.content.header.views],
        coerce=View,
        widget=forms.RadioSelect,
        error_messages={"required": MISSING},
    )
    return type("SignForm", (PlanForm,), {"view": field})


def _invite(doing: Doing) -> None:
    services.invite_unit(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        unit_id=doing.entered["unit"],
        now=doing.setting.now,
    )


def _leave(doing: Doing) -> None:
    assert doing.setting.about is not None
    services.leave(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        unit_id=doing.setting.about,
        because=doing.entered["because"],
        now=doing.setting.now,
    )


def _sign(doing: Doing) -> None:
    services.sign(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        view=doing.entered["view"],
        now=doing.setting.now,
    )


def worked_on(setting: Setting) -> bool:
    """Whether the plan is opened and written in now."""
    return opened_plan(setting) is not None and setting.status in WORKED_ON


INVITE = Act(
    slug="bjud-in",
    verb=gettext_lazy("Bjud in en enhet"),
    title=gettext_lazy("Vem mer behövs i planen?"),
    help_text=gettext_lazy("Personen ser på sin sida vilka som deltar."),
    told=gettext_lazy("Enheten deltar i planen och ser den på sin sida."),
    action=Action.LEAD_PLAN,
    form=_invite_form,
    perform=_invite,
    fits=worked_on,
)
LEAVE = Act(
    slug="lamna",
    verb=gettext_lazy("Avsluta enhetens deltagande"),
    title=gettext_lazy("Enheten deltar inte längre"),
    help_text=gettext_lazy("Först ska det enheten ansvarar för vara överlämnat."),
    told=gettext_lazy("Enheten läser inte planen från och med nu."),
    action=Action.LEAD_PLAN,
    form=lambda _: LeaveForm,
    perform=_leave,
    fits=worked_on,
    about_one=True,
    grave=True,
)
SIGN = Act(
    slug="justera",
    verb=gettext_lazy("Justera för vår enhet"),
    title=gettext_lazy("Justera planen för er enhet"),
    help_text=gettext_lazy(
        "Ni godkänner exakt det som står nu. Ändras texten gäller inte justeringen."
    ),
    told=gettext_lazy("Er enhet har justerat det som står i planen nu."),
    action=Action.SIGN_PLAN,
    form=_sign_form,
    perform=_sign,
    fits=worked_on,
)
ACTS = (INVITE, LEAVE, SIGN)
