"""What a municipality pays for a month under an average agreement (LUS 4 kap. 5 §)."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from naravard.discharge.rules.agreement import Agreement, Individual

ORE = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentMonth:
    """A municipality's month; days may be fractional, `amount` is in kronor.

    `n` and `mean` are those of the stays in the mean; `mean` is None when there are
    none, `amount` None when there is no rate.
    """

    n: int
    mean: Decimal | None
    excess_days: Decimal
    individual_days: Decimal
    amount: Decimal | None


def payment_month(
    stays: Sequence[int], *, agreement: Agreement, rate: Decimal | None
) -> PaymentMonth:
    """Charge a month's discharged stays, each given in whole days from ready notice.

    The mean, cut at the cap, is compared with the threshold; what lies beyond the cap
    is charged by the agreement's individual rule.
    """
    counted = [r for r in stays if r > 0 or agreement.include_day_zero]
    in_mean = [_in_mean(r, agreement) for r in counted if not _leaves(r, agreement)]
    individual = sum((_individually(r, agreement) for r in counted), Decimal(0))
    mean = _mean(in_mean, agreement)
    excess = _excess(in_mean, mean, agreement)
    amount = None if rate is None else _to_ore((excess + individual) * rate)
    return PaymentMonth(
        n=len(in_mean),
        mean=mean,
        excess_days=excess,
        individual_days=individual,
        amount=amount,
    )


def _over_cap(r: int, agreement: Agreement) -> bool:
    return agreement.cap_days is not None and r > agreement.cap_days


def _leaves(r: int, agreement: Agreement) -> bool:
    """Whether the stay leaves the mean to be charged by itself."""
    return agreement.individual is Individual.WHOLE_STAY_IF_OVER_CAP and _over_cap(
        r, agreement
    )


def _in_mean(r: int, agreement: Agreement) -> int:
    return r if agreement.cap_days is None else min(r, agreement.cap_days)


def _individually(r: int, agreement: Agreement) -> Decimal:
    if not _over_cap(r, agreement) or agreement.individual is Individual.NONE:
        return Decimal(0)
    if agreement.individual is Individual.WHOLE_STAY_IF_OVER_CAP:
        return max(Decimal(0), r - agreement.threshold_days)
    return Decimal(r - (agreement.cap_days or 0))


def _mean(in_mean: list[int], agreement: Agreement) -> Decimal | None:
    if not in_mean:
        return None
    mean = Decimal(sum(in_mean)) / len(in_mean)
    if agreement.mean_decimals is None:
        return mean
    step = Decimal(1).scaleb(-agreement.mean_decimals)
    return mean.quantize(step, ROUND_HALF_UP)


def _excess(in_mean: list[int], mean: Decimal | None, agreement: Agreement) -> Decimal:
    """Days above the threshold; from the exact sum unless the mean is to be rounded."""
    if mean is None:
        return Decimal(0)
    total = Decimal(sum(in_mean))
    if agreement.mean_decimals is not None:
        total = mean * len(in_mean)
    return max(Decimal(0), total - agreement.threshold_days * len(in_mean))


def _to_ore(amount: Decimal) -> Decimal:
    return amount.quantize(ORE, ROUND_HALF_UP)
