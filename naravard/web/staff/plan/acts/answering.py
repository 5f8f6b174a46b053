"""Answers to a call, other times, preparation, and calling it off."""

from django import forms
from django.utils.translation import gettext, gettext_lazy

from naravard.access.rules import Action
from naravard.plan import services
from naravard.plan.rows import InviteeRow
from naravard.plan.rules.meetings import MeetingStatus, Reply
from naravard.web.components.moments import MomentField
from naravard.web.staff.forms.fields import reason_field
from naravard.web.staff.plan.acts.definition import Act, Doing, Setting
from naravard.web.staff.plan.acts.parties import worked_on
from naravard.web.staff.plan.forms import PlanForm
from naravard.web.staff.plan.parts.fields import (
    LONGEST_TEXT,
    MISSING,
    kind_field,
    one_id,
)
from naravard.web.staff.plan.words.process import REPLY
from naravard.web.words.days import moment_words

OPEN = frozenset({MeetingStatus.PROPOSED, MeetingStatus.CALLED})


class TimeForm(PlanForm):
    """Another time."""

    time = MomentField(label=gettext_lazy("Förslag på tid"))


class CancelForm(PlanForm):
    """Why a meeting is called off."""

    because = reason_field(gettext_lazy("Varför ställs mötet in?"))


def _propose(doing: Doing) -> None:
    services.propose_time(
        record=doing.setting.record,
        meeting_id=doing.setting.meeting.meeting_id,
        starts_at=doing.entered["time"],
        now=doing.setting.now,
    )


def _choose_form(setting: Setting) -> type[PlanForm]:
    times = {f"{row.starts_at:%Y-%m-%dT%H:%M%z}": row for row in setting.meeting.times}
    field = forms.TypedChoiceField(
        label=gettext("Vilken tid gäller?"),
        choices=[
            (
                key,
                f"{moment_words(row.starts_at, setting.now)} ({row.proposed_by})",
            )
            for key, row in times.items()
        ],
        coerce=lambda key: times[key].starts_at,
        widget=forms.RadioSelect,
        error_messages={"required": MISSING},
    )
    return type("ChooseForm", (PlanForm,), {"time": field})


def _choose(doing: Doing) -> None:
    services.choose_time(
        record=doing.setting.record,
        meeting_id=doing.setting.meeting.meeting_id,
        starts_at=doing.entered["time"],
        now=doing.setting.now,
    )


def ours(setting: Setting) -> tuple[InviteeRow, ...]:
    """Our own unit, and those who do not answer by themselves in Nära."""
    return tuple(
        row
        for row in setting.meeting.invitees
        if row.unit_id in {None, setting.actor.unit_id}
    )


def invitee_field(setting: Setting) -> forms.TypedChoiceField:
    """For whom somebody answers; our own unit first."""
    rows = sorted(ours(setting), key=lambda row: row.unit_id is None)
    choices = [(str(row.invitee_id), row.name) for row in rows]
    return one_id(gettext_lazy("Vem svarar?"), choices, required=True)


def _reply_form(setting: Setting) -> type[PlanForm]:
    fields: dict[str, forms.Field] = {
        "invitee": invitee_field(setting),
        "answer": kind_field(
            gettext_lazy("Svar"),
            {one: REPLY[one] for one in (Reply.YES, Reply.NO, Reply.OTHER_TIME)},
        ),
        "note": forms.CharField(
            label=gettext("Något att tillägga?"), max_length=300, required=False
        ),
    }
    return type("ReplyForm", (PlanForm,), fields)


def _prepare_form(setting: Setting) -> type[PlanForm]:
    fields: dict[str, forms.Field] = {
        "invitee": invitee_field(setting),
        "text": forms.CharField(
            label=gettext("Vad vill ni ta upp eller ha med?"),
            max_length=LONGEST_TEXT,
            widget=forms.Textarea(attrs={"rows": 4}),
        ),
    }
    return type("PrepareForm", (PlanForm,), fields)


def _first_of_ours(setting: Setting) -> dict[str, object]:
    first = next((row for row in ours(setting) if row.unit_id), None)
    return {"invitee": str(first.invitee_id)} if first else {}


def _reply(doing: Doing) -> None:
    services.reply(
        record=doing.setting.record,
        meeting_id=doing.setting.meeting.meeting_id,
        invitee_id=doing.entered["invitee"],
        answer=doing.entered["answer"],
        note=doing.entered["note"],
        now=doing.setting.now,
    )


def _prepare(doing: Doing) -> None:
    services.prepare(
        record=doing.setting.record,
        meeting_id=doing.setting.meeting.meeting_id,
        invitee_id=doing.entered["invitee"],
        text=doing.entered["text"],
        now=doing.setting.now,
    )


def _cancel(doing: Doing) -> None:
    services.cancel(
        record=doing.setting.record,
        meeting_id=doing.setting.meeting.meeting_id,
        because=doing.entered["because"],
        now=doing.setting.now,
    )


def is_open(setting: Setting) -> bool:
    """Whether the meeting is still to come."""
    return worked_on(setting) and setting.meeting.status in OPEN


def _answers(setting: Setting) -> bool:
    return is_open(setting) and bool(ours(setting))


def _has_times(setting: Setting) -> bool:
    return is_open(setting) and bool(setting.meeting.times)


REPLY_TO = Act(
    slug="tacka",
    verb=gettext_lazy("Svara på kallelsen"),
    title=gettext_lazy("Svara på kallelsen"),
    help_text=gettext_lazy(
        "Du svarar för din enhet. Du kan också skriva vad någon har svarat som inte"
        " själv loggar in."
    ),
    told=gettext_lazy("Den som har kallat ser svaret."),
    action=Action.ANSWER_IN_PLAN,
    form=_reply_form,
    perform=_reply,
    fits=_answers,
    initial=_first_of_ours,
    about_one=True,
)
PREPARE = Act(
    slug="forbered",
    verb=gettext_lazy("Förbered mötet"),
    title=gettext_lazy("Förbered mötet"),
    help_text=gettext_lazy("Alla som läser planen ser det ni skriver före mötet."),
    told=gettext_lazy("Förberedelsen finns med på mötet."),
    action=Action.ANSWER_IN_PLAN,
    form=_prepare_form,
    perform=_prepare,
    fits=_answers,
    initial=_first_of_ours,
    about_one=True,
)
PROPOSE = Act(
    slug="foresla-tid",
    verb=gettext_lazy("Föreslå en annan tid"),
    title=gettext_lazy("Föreslå en annan tid"),
    help_text=gettext_lazy("Den som har kallat väljer bland förslagen."),
    told=gettext_lazy("Förslaget är skickat till den som har kallat."),
    action=Action.ANSWER_IN_PLAN,
    form=lambda _: TimeForm,
    perform=_propose,
    fits=is_open,
    about_one=True,
)
CHOOSE = Act(
    slug="valj-tid",
    verb=gettext_lazy("Bestäm tiden"),
    title=gettext_lazy("Bestäm tiden"),
    help_text=gettext_lazy("Flyttas ett möte som redan är kallat svarar alla på nytt."),
    told=gettext_lazy("Tiden gäller, och alla är kallade."),
    action=Action.LEAD_PLAN,
    form=_choose_form,
    perform=_choose,
    fits=_has_times,
    about_one=True,
)
CANCEL = Act(
    slug="stall-in",
    verb=gettext_lazy("Ställ in mötet"),
    title=gettext_lazy("Ställ in mötet"),
    help_text=gettext_lazy("Alla som är kallade får veta varför."),
    told=gettext_lazy("Mötet är inställt."),
    action=Action.LEAD_PLAN,
    form=lambda _: CancelForm,
    perform=_cancel,
    fits=is_open,
    about_one=True,
    grave=True,
)
ACTS = (REPLY_TO, PREPARE, PROPOSE, CHOOSE, CANCEL)
