"""What the plan has said before: every version, and what differs between two."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from naravard.plan import queries
from naravard.plan.rows import PlanRow, VersionRow
from naravard.plan.rules.versions import Change, Difference
from naravard.web.staff.plan.acts.definition import Setting
from naravard.web.staff.plan.opening import setting_for
from naravard.web.staff.plan.views import about_person
from naravard.web.staff.plan.words.kinds import SECTION
from naravard.web.staff.plan.words.values import Said, sides, title_of

LONGEST_NUMBER = 6  # digits of a version; longer is not one of ours
CHANGES: dict[Change, tuple[Promise, str]] = {
    Change.ADDED: (gettext_lazy("Tillagt"), "good"),
    Change.CHANGED: (gettext_lazy("Ändrat"), "info"),
    Change.REMOVED: (gettext_lazy("Borttaget"), "warning"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVersion:
    """One version in the list."""

    row: VersionRow
    sections: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDifference:
    """A part that differs, field by field."""

    section: str
    title: str
    change: str
    tone: str
    said: tuple[Said, ...]


@require_safe
def history(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Every version with who, when and why; `?till=5` shows what the fifth changed."""
    setting = setting_for(request, person_id)
    versions = queries.versions_of(setting.record, setting.plan_id)
    after = _number(request.GET.get("till"), setting.plan.head.version)
    before = _number(request.GET.get("fran"), after - 1)
    return render(
        request,
        "staff/plan/history.html",
        {
            **about_person(setting),
            "versions": [_version(row, after) for row in versions],
            "before": before,
            "after": after,
            "differences": _differences(setting, before, after),
        },
    )


def _number(written: str | None, usual: int) -> int:
    known = written and written.isdecimal() and len(written) <= LONGEST_NUMBER
    return max(int(written) if written and known else usual, 0)


def _version(row: VersionRow, chosen: int) -> ShownVersion:
    return ShownVersion(
        row=row,
        sections=", ".join(str(SECTION.get(one, one)) for one in row.sections),
        current=row.number == chosen,
    )


def _differences(
    setting: Setting, before: int, after: int
) -> tuple[ShownDifference, ...]:
    found = queries.compare(setting.record, setting.plan_id, before, after)
    return tuple(_difference(one, setting.plan) for one in found.differences)


def _difference(one: Difference, plan: PlanRow) -> ShownDifference:
    words, tone = CHANGES[one.change]
    said = sides(one.section, one.before, one.after, plan)
    return ShownDifference(
        section=str(SECTION[one.section]),
        title=title_of(one.after or one.before),
        change=str(words),
        tone=tone,
        said=tuple(row for row in said if row.differs),
    )
