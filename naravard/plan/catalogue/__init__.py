"""The legal plans that the one plan is read as; one file a kind."""

from functools import cache
from typing import cast

from naravard.core.catalogue import entries
from naravard.plan.definition import LegalPlan
from naravard.plan.rules.kinds import View


@cache
def legal_plans() -> dict[View, LegalPlan]:
    """Every kind of plan in law, by view."""
    from naravard.plan import catalogue  # noqa: PLC0415 (the package itself)

    found = cast("list[LegalPlan]", entries(catalogue, "LEGAL_PLAN"))
    return {plan.view: plan for plan in found}


def legal_plan(view: View) -> LegalPlan:
    """One kind of plan."""
    return legal_plans()[view]
