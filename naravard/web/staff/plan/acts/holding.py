"""The meeting is held and closed, and the person says how it was."""

from uuid import UUID, uuid4

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action
from naravard.plan import services
from naravard.plan.rows import MeetingRow
from naravard.plan.rules.consent import childs_view_is_sought
from naravard.plan.rules.kinds import ActivityStatus
from naravard.plan.rules.meetings import ExperienceQuestion, MeetingStatus
from naravard.plan.rules.parts import Activity
from naravard.plan.services import Decided, Held, Minutes
from naravard.web.staff.plan.acts.definition import Act, Doing, Setting
from naravard.web.staff.plan.acts.parties import worked_on
from naravard.web.staff.plan.forms import PlanForm
from naravard.web.staff.plan.parts.fields import LONGEST_TEXT
from naravard.web.staff.plan.parts.responsible import chosen, responsible_field

QUESTIONS: dict[ExperienceQuestion, Promise] = {
    ExperienceQuestion.LISTENED_TO: gettext_lazy(
        "Kände du att de andra lyssnade på dig?"
    ),
    ExperienceQuestion.UNDERSTOOD: gettext_lazy("Förstod du det som sades?"),
    ExperienceQuestion.DECIDED: gettext_lazy("Fick du vara med och bestämma?"),
    ExperienceQuestion.KNOW_WHOM_TO_ASK: gettext_lazy(
        "Vet du vem du kan vända dig till nu?"
    ),
}
SCALE = (
    ("", gettext_lazy("Inget svar")),
    ("1", gettext_lazy("1 – inte alls")),
    ("2", "2"),
    ("3", "3"),
    ("4", "4"),
    ("5", gettext_lazy("5 – helt")),
)
DECISIONS = 4  # rows for decisions in one form


def _wide(
    label: str, *, required: bool = False, help_text: str = ""
) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _hold_form(setting: Setting) -> type[PlanForm]:
    fields: dict[str, forms.Field] = {
        "attended": forms.TypedMultipleChoiceField(
            label=gettext("Vilka kom?"),
            choices=[
                (str(row.invitee_id), row.name) for row in setting.meeting.invitees
            ],
            coerce=UUID,
            empty_value=[],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        ),
        "took_part": forms.BooleanField(
            label=gettext("Personen var med"), required=False
        ),
        "why_absent": _wide(gettext("Om personen inte var med: varför?")),
    }
    if childs_view_is_sought(setting.person.age):
        fields["childs_view"] = _wide(
            gettext("Vad säger barnet självt?"),
            help_text=gettext("Eller att barnet inte vill säga något."),
        )
    return type("HoldForm", (PlanForm,), fields)


def _hold(doing: Doing) -> None:
    entered = doing.entered
    held = Held(
        took_part=entered["took_part"],
        attended=tuple(entered["attended"]),
        why_absent=entered["why_absent"],
        childs_view=entered.get("childs_view", ""),
    )
    services.hold(
        record=doing.setting.record,
        meeting_id=doing.setting.meeting.meeting_id,
        held=held,
        now=doing.setting.now,
    )


def _close_form(setting: Setting) -> type[PlanForm]:
    fields: dict[str, forms.Field] = {
        "text": _wide(gettext("Anteckningar"), required=True),
        "own_summary": _wide(
            gettext("Personens egen sammanfattning"),
            help_text=gettext(
                "Be personen säga med egna ord vad ni har kommit överens om."
            ),
        ),
    }
    for row in range(1, DECISIONS + 1):
        fields |= _decision_fields(setting, row)
    return type("CloseMeetingForm", (PlanForm,), fields)


def _decision_fields(setting: Setting, row: int) -> dict[str, forms.Field]:
    who = responsible_field(setting.plan)
    who.label = gettext("Beslut %(row)s: vem ansvarar?") % {"row": row}
    who.required = False
    who.help_text = gettext("Lämna tomt om beslutet inte leder till något att göra.")
    text = forms.CharField(
        label=gettext("Beslut %(row)s") % {"row": row},
        max_length=300,
        required=False,
    )
    return {f"decision_{row}": text, f"who_{row}": who}


def _decided(doing: Doing, row: int) -> Decided | None:
    text, who = doing.entered[f"decision_{row}"], doing.entered[f"who_{row}"]
    if not text:
        return None
    if not who:
        return Decided(text=text)
    answering = chosen(who, doing.setting.plan)
    return Decided(
        text=text,
        activity=Activity(
            id=uuid4(),
            text=text,
            status=ActivityStatus.ACCEPTED,
            responsible=answering.responsible,
            principal=answering.principal,
            responsible_unit_id=answering.responsible_unit_id,
            responsible_related_id=answering.responsible_related_id,
            responsible_name=gettext("Enligt beslutet")
            if answering.responsible == "outside"
            else "",
        ),
    )


def _close(doing: Doing) -> None:
    decided = (_decided(doing, row) for row in range(1, DECISIONS + 1))
    minutes = Minutes(
        text=doing.entered["text"],
        own_summary=doing.entered["own_summary"],
        decisions=tuple(one for one in decided if one),
    )
    services.close_meeting(
        record=doing.setting.record,
        meeting_id=doing.setting.meeting.meeting_id,
        minutes=minutes,
        now=doing.setting.now,
    )


def _experience_form(_: Setting) -> type[PlanForm]:
    fields: dict[str, forms.Field] = {
        question.value: forms.ChoiceField(
            label=str(text), choices=SCALE, required=False
        )
        for question, text in QUESTIONS.items()
    }
    return type("ExperienceForm", (PlanForm,), fields)


def _experience(doing: Doing) -> None:
    services.tell_experience(
        record=doing.setting.record,
        meeting_id=doing.setting.meeting.meeting_id,
        answers={
            question: int(doing.entered[question.value])
            for question in QUESTIONS
            if doing.entered[question.value]
        },
        now=doing.setting.now,
    )


def _has_begun(meeting: MeetingRow, setting: Setting) -> bool:
    return meeting.starts_at is not None and meeting.starts_at <= setting.now


def _may_hold(setting: Setting) -> bool:
    called = worked_on(setting) and setting.meeting.status is MeetingStatus.CALLED
    return called and _has_begun(setting.meeting, setting)


def _is(status: MeetingStatus, setting: Setting) -> bool:
    return worked_on(setting) and setting.meeting.status is status


HOLD = Act(
    slug="hall",
    verb=gettext_lazy("Mötet är hållet"),
    title=gettext_lazy("Mötet är hållet"),
    help_text=gettext_lazy("Planen görs när det går tillsammans med personen."),
    told=gettext_lazy("Skriv nu vad ni kom fram till."),
    action=Action.LEAD_PLAN,
    form=_hold_form,
    perform=_hold,
    fits=_may_hold,
    initial=lambda setting: {
        "took_part": True,
        "attended": [str(row.invitee_id) for row in setting.meeting.invitees],
    },
    about_one=True,
)
CLOSE_MEETING = Act(
    slug="avsluta-mote",
    verb=gettext_lazy("Skriv anteckningar och beslut"),
    title=gettext_lazy("Vad kom ni fram till?"),
    help_text=gettext_lazy("Ett beslut med en ansvarig blir en insats i planen."),
    told=gettext_lazy("Mötet är klart och besluten står i planen."),
    action=Action.LEAD_PLAN,
    form=_close_form,
    perform=_close,
    fits=lambda setting: _is(MeetingStatus.HELD, setting),
    about_one=True,
)
EXPERIENCE = Act(
    slug="hur-var-det",
    verb=gettext_lazy("Hur var mötet för personen?"),
    title=gettext_lazy("Hur var mötet för personen?"),
    help_text=gettext_lazy("Personens egna svar. Frågorna är våra egna."),
    told=gettext_lazy("Svaren är sparade."),
    action=Action.ANSWER_IN_PLAN,
    form=_experience_form,
    perform=_experience,
    fits=lambda setting: _is(MeetingStatus.CLOSED, setting),
    initial=lambda setting: {
        question.value: str(value) for question, value in setting.meeting.experience
    },
    about_one=True,
)
ACTS = (HOLD, CLOSE_MEETING, EXPERIENCE)
