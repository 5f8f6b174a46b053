"""A plan by LPT 7 a § or LRV 12 a §: begun by the physician, without a yes."""

from django.utils.translation import gettext_lazy

from naravard.access.rules import Action
from naravard.plan import services
from naravard.plan.rules.process import BEFORE_CONSENT, PlanStatus
from naravard.web.staff.forms.fields import reason_field
from naravard.web.staff.plan.acts.definition import Act, Doing, stands_at
from naravard.web.staff.plan.forms import PlanForm


class CompulsoryForm(PlanForm):
    """Which decision on compulsory care it is about."""

    because = reason_field(
        gettext_lazy("Vilket beslut om tvångsvård gäller det?"),
        help_text=gettext_lazy(
            "Till exempel: ansökan om öppen psykiatrisk tvångsvård den 2 mars."
        ),
    )


def _begin(doing: Doing) -> None:
    setting = doing.setting
    services.plan_compulsory_care(
        record=setting.record,
        plan_id=setting.plan_id,
        because=doing.entered["because"],
        now=setting.now,
    )


PLAN_COMPULSORY_CARE = Act(
    slug="tvangsvard",
    verb=gettext_lazy("Börja vårdplan enligt LPT eller LRV"),
    title=gettext_lazy("Samordnad vårdplan enligt LPT eller LRV"),
    help_text=gettext_lazy(
        "Planen kräver inte samtycke. Personens inställning antecknas, bara vård och"
        " socialtjänst deltar, och planen gäller när alla enheter har justerat den."
        " Det som stod i en plan som personen har sagt nej till förblir stängt."
    ),
    told=gettext_lazy("Bjud in de enheter som ska göra något, och skriv planen."),
    action=Action.PLAN_COMPULSORY_CARE,
    form=lambda _: CompulsoryForm,
    perform=_begin,
    fits=stands_at(*BEFORE_CONSENT, PlanStatus.WITHDRAWN),
    before_consent=True,
    grave=True,
)
ACTS = (PLAN_COMPULSORY_CARE,)
