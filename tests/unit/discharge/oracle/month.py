"""A month under an average agreement, in exact fractions."""

import math
from fractions import Fraction
from typing import Any

from tests.unit.discharge.oracle.case import DEFAULTS

Json = dict[str, Any]


def month_of(given: Json) -> Json:
    """`average_bill` of the worked months, in exact fractions."""
    rules = {**DEFAULTS, **given["agreement"]}
    threshold, cap = Fraction(str(rules["threshold_days"])), rules["cap_days"]
    stays = [r for r in given["ready_days"] if r > 0 or rules["include_day_zero"]]
    over = [r for r in stays if cap is not None and r > cap]
    individual = Fraction(0)
    if rules["individual"] == "beyond_cap":
        individual = Fraction(sum(r - cap for r in over))
    in_mean = stays
    if rules["individual"] == "whole_stay_if_over_cap":
        individual = sum((max(Fraction(0), r - threshold) for r in over), Fraction(0))
        in_mean = [r for r in stays if r not in over]
    capped = [r if cap is None else min(r, cap) for r in in_mean]
    n = len(capped)
    mean = Fraction(sum(capped), n) if n else None
    if mean is not None and rules["mean_decimals"] is not None:
        scale = 10 ** rules["mean_decimals"]
        mean = Fraction(math.floor(mean * scale + Fraction(1, 2)), scale)
    excess = max(Fraction(0), (mean - threshold) * n) if mean is not None else 0
    rate = given["rate"]
    amount = None if rate is None else (excess + individual) * Fraction(str(rate))
    if amount is not None:
        amount = Fraction(math.floor(amount * 100 + Fraction(1, 2)), 100)
    return {
        "n": n,
        "mean": mean,
        "excess_days": excess,
        "individual_days": individual,
        "amount": amount,
    }
