"""The plan is taken into use, followed up and closed."""

from django import forms
from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.plan import services
from naravard.plan.rules.process import WORKED_ON, EndedBecause, PlanStatus
from naravard.plan.services import ReviewDone
from naravard.web.components.moments import DayField
from naravard.web.staff.forms.fields import reason_field
from naravard.web.staff.plan.acts.definition import Act, Doing, stands_at
from naravard.web.staff.plan.forms import PlanForm
from naravard.web.staff.plan.parts.fields import LONGEST_TEXT, kind_field
from naravard.web.staff.plan.words.process import ENDED


class UseForm(PlanForm):
    """Nothing more to say."""


class StartForm(PlanForm):
    """Who asks for a review before its day."""

    because = reason_field(
        gettext_lazy("Varför nu?"),
        help_text=gettext_lazy("Behövs bara om dagen för uppföljning inte har kommit."),
        required=False,
    )


class ReviewForm(PlanForm):
    """What came of a review."""

    outcome = forms.CharField(
        label=gettext_lazy("Hur har det gått?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    experience = forms.IntegerField(
        label=gettext_lazy("Personens omdöme, 1–5"),
        min_value=1,
        max_value=5,
        required=False,
    )
    next_on = DayField(label=gettext_lazy("Nästa uppföljning"))


class CloseForm(PlanForm):
    """Why and how a plan ends."""

    because = kind_field(gettext_lazy("Varför avslutas planen?"), dict(ENDED))
    outcome = forms.CharField(
        label=gettext_lazy("Hur blev det?"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    evaluation = forms.CharField(
        label=gettext_lazy("Personens egen utvärdering"),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    why_no_evaluation = forms.CharField(
        label=gettext_lazy("Om personen inte utvärderar: varför?"),
        max_length=LONGEST_TEXT,
        required=False,
    )


def _use(doing: Doing) -> None:
    setting = doing.setting
    services.take_into_use(
        record=setting.record, plan_id=setting.plan_id, now=setting.now
    )


def _start(doing: Doing) -> None:
    services.start_review(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        asked_because=doing.entered["because"],
        now=doing.setting.now,
    )


def _finish(doing: Doing) -> None:
    services.finish_review(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        done=ReviewDone(
            outcome=doing.entered["outcome"],
            next_on=doing.entered["next_on"],
            experience=doing.entered["experience"],
        ),
        now=doing.setting.now,
    )


def _close(doing: Doing) -> None:
    services.close(
        record=doing.setting.record,
        plan_id=doing.setting.plan_id,
        because=EndedBecause(doing.entered["because"]),
        outcome=doing.entered["outcome"],
        evaluation=doing.entered["evaluation"],
        why_no_evaluation=doing.entered["why_no_evaluation"],
        now=doing.setting.now,
    )


USE = Act(
    slug="borja-galla",
    verb=gettext_lazy("Låt planen börja gälla"),
    title=gettext_lazy("Låt planen börja gälla"),
    help_text=gettext_lazy("Saknas något som lagen kräver står det vad, och varför."),
    told=gettext_lazy("Planen gäller. Alla som deltar ser den."),
    action=Action.LEAD_PLAN,
    form=lambda _: UseForm,
    perform=_use,
    fits=stands_at(PlanStatus.MEETING_HELD, PlanStatus.PREPARING),
)
START = Act(
    slug="folj-upp",
    verb=gettext_lazy("Börja följa upp"),
    title=gettext_lazy("Börja följa upp planen"),
    help_text=gettext_lazy("Vem som helst i planen kan be om en tidigare uppföljning."),
    told=gettext_lazy("Gå igenom mål och insatser tillsammans med personen."),
    action=Action.ANSWER_IN_PLAN,
    form=lambda _: StartForm,
    perform=_start,
    fits=stands_at(PlanStatus.ACTIVE),
)
FINISH = Act(
    slug="uppfoljd",
    verb=gettext_lazy("Uppföljningen är klar"),
    title=gettext_lazy("Uppföljningen är klar"),
    help_text=gettext_lazy("Planen gäller igen, till nästa uppföljning."),
    told=gettext_lazy("Planen gäller, och nästa uppföljning är bestämd."),
    action=Action.LEAD_PLAN,
    form=lambda _: ReviewForm,
    perform=_finish,
    fits=stands_at(PlanStatus.UNDER_REVIEW),
)
CLOSE = Act(
    slug="avsluta",
    verb=gettext_lazy("Avsluta planen"),
    title=gettext_lazy("Avsluta planen"),
    help_text=gettext_lazy("Personens egen utvärdering hör till avslutet."),
    told=gettext_lazy("Planen är avslutad. Behövs en ny flaggar man behovet igen."),
    action=Action.LEAD_PLAN,
    form=lambda _: CloseForm,
    perform=_close,
    fits=lambda setting: setting.status in WORKED_ON,
    grave=True,
)
ACTS = (USE, START, FINISH, CLOSE)
