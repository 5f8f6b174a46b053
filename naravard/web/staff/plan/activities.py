"""Something that is done, in words: under which letter, and when."""

from datetime import date

from django.utils.translation import gettext

from naravard.plan.rows import PlanRow
from naravard.plan.rules.kinds import ResponsibleKind
from naravard.plan.rules.parts import Activity
from naravard.web.caregivers import Caregiver
from naravard.web.staff.words.units import letter_of
from naravard.web.words.days import day_range, short_day


def letter_of_activity(activity: Activity, plan: PlanRow) -> Caregiver:
    """Under which letter something is done."""
    if activity.responsible in {ResponsibleKind.PERSON, ResponsibleKind.RELATED}:
        return Caregiver.PERSON
    kind = next(
        (
            one.unit_kind
            for one in plan.parties
            if one.unit_id == activity.responsible_unit_id
        ),
        "",
    )
    return letter_of(kind)


def period_of(activity: Activity, today: date) -> str:
    """`från 25 nov`, `26 nov–11 dec`, and how often."""
    begins, ends = activity.starts_on, activity.ends_on
    if begins and ends:
        days = day_range(begins, ends, today=today)
    elif begins:
        days = gettext("från %(day)s") % {"day": short_day(begins, today=today)}
    elif ends:
        days = gettext("till %(day)s") % {"day": short_day(ends, today=today)}
    else:
        days = ""
    return ", ".join(text for text in (activity.frequency, days) if text)
