"""Worry about a child (orosanmälan): how and where, never behind anything.

SoL 19 kap. 1 §: whoever works with people reports at once. The page asks for no
person, no plan and no consent, so that nothing can stand in the way.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from naravard.core import clock
from naravard.core.clock import day_of
from naravard.people.queries import UnitRow, units_of_kind
from naravard.people.roles import CareUnitKind

# Where a report is received: the child and family unit, else the social services.
RECEIVERS = (CareUnitKind.CHILD_AND_FAMILY, CareUnitKind.SOCIAL_SERVICES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """One municipality's social services, and whether it is the child's own."""

    unit: UnitRow
    is_hers: bool

    @property
    def number(self) -> str:
        """The phone number as a telephone dials it."""
        digits = "".join(letter for letter in self.unit.phone if letter.isdigit())
        return f"+46{digits[1:]}" if digits.startswith("0") else digits


@require_safe
def concern(request: HttpRequest) -> HttpResponse:
    """How to report worry about a child, and to whom; `?kommun=` puts hers first."""
    code = request.GET.get("kommun", "")
    return render(request, "staff/plan/concern.html", {"receivers": receivers(code)})


def receivers(code: str) -> tuple[Receiver, ...]:
    """Every municipality that receives reports, the child's own first."""
    today = day_of(clock.now())
    found: dict[str, UnitRow] = {}
    for kind in RECEIVERS:
        for unit in units_of_kind(kind, today):
            found.setdefault(unit.municipality_code, unit)
    rows = (
        Receiver(unit=unit, is_hers=unit.municipality_code == code)
        for unit in found.values()
    )
    return tuple(
        sorted(rows, key=lambda row: (not row.is_hers, row.unit.organisation_name))
    )
