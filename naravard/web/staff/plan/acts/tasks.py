"""Tasks asked of units and answered, whose something is, and the team's talk."""

from django import forms
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action
from naravard.plan import services
from naravard.plan.rules.process import WORKED_ON
from naravard.plan.rules.tasks import TaskKind, TaskStatus
from naravard.plan.services import Asked
from naravard.web.components.moments import MomentField
from naravard.web.staff.forms.fields import LONGEST_REASON
from naravard.web.staff.plan.acts.definition import Act, Doing, Setting
from naravard.web.staff.plan.acts.parties import worked_on
from naravard.web.staff.plan.forms import PlanForm
from naravard.web.staff.plan.parts.fields import (
    LONGEST_TEXT,
    kind_field,
    one_id,
)
from naravard.web.staff.plan.words.process import TASK, TASK_KIND

# What can be answered from where a task stands.
ANSWERS = {
    TaskStatus.ASKED: (TaskStatus.ACCEPTED, TaskStatus.DECLINED),
    TaskStatus.ACCEPTED: (TaskStatus.DONE, TaskStatus.DECLINED),
}


class NoteForm(PlanForm):
    """A line to the team."""

    text = forms.CharField(
        label=gettext_lazy("Till teamet"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class TakeBackForm(PlanForm):
    """Nothing more to say."""


def _ask_form(setting: Setting) -> type[PlanForm]:
    content = setting.plan.content
    units = [
        (str(one.unit_id), one.unit)
        for one in setting.plan.parties
        if one.left_at is None
    ]
    fields: dict[str, forms.Field] = {
        "kind": kind_field(gettext_lazy("Vad gäller det?"), dict(TASK_KIND)),
        "to": one_id(gettext_lazy("Till enhet"), units, required=True),
        "text": forms.CharField(
            label=gettext("Vad ber ni om?"), max_length=LONGEST_REASON
        ),
        "need": one_id(
            gettext_lazy("Om behovet"),
            [(str(one.id), one.text) for one in content.needs if not one.closed],
        ),
        "activity": one_id(
            gettext_lazy("Om insatsen"),
            [(str(one.id), one.text) for one in content.activities],
        ),
        "meanwhile": one_id(
            gettext_lazy("Vem fortsätter medan frågan avgörs?"),
            units,
            help_text=gettext("Behövs när frågan är vems det är."),
        ),
        "due_at": MomentField(
            label=gettext_lazy("Svar senast"),
            required=False,
            help_text=gettext("”Vems är det här?” ska avgöras inom tre arbetsdagar."),
        ),
    }
    return type("AskForm", (PlanForm,), fields)


def _ask_beginning(setting: Setting) -> dict[str, object]:
    """Asked from an unowned need, the need is known."""
    needs = {one.id: one for one in setting.plan.content.needs}
    need = needs.get(setting.about) if setting.about else None
    if need is None:
        return {"kind": TaskKind.DO.value}
    return {"kind": TaskKind.OWN_NEED.value, "need": str(need.id), "text": need.text}


def _ask(doing: Doing) -> None:
    entered = doing.entered
    services.ask(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        asked=Asked(
            to_unit_id=entered["to"],
            text=entered["text"],
            kind=TaskKind(entered["kind"]),
            due_at=entered["due_at"],
            need_id=entered["need"],
            activity_id=entered["activity"],
            meanwhile_unit_id=entered["meanwhile"],
        ),
        now=doing.setting.now,
    )


def _answer_form(setting: Setting) -> type[PlanForm]:
    possible = ANSWERS.get(setting.task.status, ())
    fields: dict[str, forms.Field] = {
        "status": kind_field(
            gettext_lazy("Svar"), {one: TASK[one] for one in possible}
        ),
        "reason": forms.CharField(
            label=gettext("Varför?"),
            help_text=gettext("Behövs för att säga nej. Skriv gärna vem som kan."),
            max_length=LONGEST_REASON,
            required=False,
        ),
    }
    return type("AnswerTaskForm", (PlanForm,), fields)


def _answer(doing: Doing) -> None:
    services.answer(
        record=doing.setting.record,
        task_id=doing.setting.task.task_id,
        status=doing.entered["status"],
        reason=doing.entered["reason"],
        now=doing.setting.now,
    )


def _take_back(doing: Doing) -> None:
    services.take_back(
        record=doing.setting.record,
        task_id=doing.setting.task.task_id,
        now=doing.setting.now,
    )


def _note(doing: Doing) -> None:
    services.write_note(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        text=doing.entered["text"],
        request_id=doing.entered["request_id"],
        now=doing.setting.now,
    )


def _is_ours(setting: Setting) -> bool:
    task = setting.task
    return (
        setting.status in WORKED_ON
        and task.to_unit_id == setting.actor.unit_id
        and task.status in ANSWERS
    )


def _asked_by_us(setting: Setting) -> bool:
    task = setting.task
    return task.from_unit == setting.actor.unit_name and task.status is TaskStatus.ASKED


ASK_TASK = Act(
    slug="be-om",
    verb=gettext_lazy("Be en enhet om något"),
    title=gettext_lazy("Be en enhet om något"),
    help_text=gettext_lazy(
        "Enheten svarar ja eller nej med ett skäl. Vården fortsätter tills ni är"
        " överens."
    ),
    told=gettext_lazy("Frågan ligger på enhetens lista tills den har svarat."),
    action=Action.LEAD_PLAN,
    form=_ask_form,
    perform=_ask,
    fits=worked_on,
    initial=_ask_beginning,
)
ANSWER_TASK = Act(
    slug="svara-uppgift",
    verb=gettext_lazy("Svara"),
    title=gettext_lazy("Svara på frågan"),
    help_text=gettext_lazy("Ett ja skriver in er som ansvariga i planen."),
    told=gettext_lazy("Den som frågade ser svaret."),
    action=Action.ANSWER_IN_PLAN,
    form=_answer_form,
    perform=_answer,
    fits=_is_ours,
    about_one=True,
)
TAKE_BACK = Act(
    slug="ta-tillbaka",
    verb=gettext_lazy("Ta tillbaka frågan"),
    title=gettext_lazy("Ta tillbaka frågan"),
    help_text=gettext_lazy("Enheten behöver inte svara längre."),
    told=gettext_lazy("Frågan är återtagen."),
    action=Action.ANSWER_IN_PLAN,
    form=lambda _: TakeBackForm,
    perform=_take_back,
    fits=_asked_by_us,
    about_one=True,
    grave=True,
)
NOTE = Act(
    slug="anteckna",
    verb=gettext_lazy("Skriv till teamet"),
    title=gettext_lazy("Skriv till teamet"),
    help_text=gettext_lazy(
        "De som läser hela planen ser det. Samma sekretess gäller som för planen."
    ),
    told=gettext_lazy("Teamet ser det du skrev."),
    action=Action.ANSWER_IN_PLAN,
    form=lambda _: NoteForm,
    perform=_note,
    fits=worked_on,
)
ACTS = (ASK_TASK, NOTE, ANSWER_TASK, TAKE_BACK)
