"""How much a measure differs between groups, in one line for each division."""

from collections.abc import Sequence

from django.utils.translation import gettext

from naravard.indicators.definition import Indicator
from naravard.indicators.queries import Figure
from naravard.indicators.statistics.inequality import RankedGroup, inequality
from naravard.web.decisions.words import (
    difference_words,
    division_words,
    group_words,
    value_words,
)

# The groups of a division in their order; of others there is none.
RANKED = {
    "income": ("1", "2", "3", "4"),
    "education": ("forgymnasial", "gymnasial", "eftergymnasial"),
    "sex": ("M", "F"),
    "interpreter": ("nej", "ja"),
    "lives_alone": ("nej", "ja"),
}


def difference_of(
    indicator: Indicator, division: str, figures: Sequence[Figure], decimals: int
) -> str:
    """From the first group to the last; empty when a group is hidden or not there."""
    found = {each.stratum.partition("=")[2]: each for each in figures}
    names = RANKED.get(division, ())
    groups = [group for name in names if (group := _group(found.get(name)))]
    if not names or len(groups) < len(names):
        return ""
    seen = inequality(groups)
    return gettext(
        "%(division)s, från %(first)s till %(last)s: %(change)s %(unit)s (osäkerhet "
        "%(low)s till %(high)s)."
    ) % {
        "division": division_words(division),
        "first": group_words(division, names[0]).lower(),
        "last": group_words(division, names[-1]).lower(),
        "change": _signed(seen.change, decimals),
        "unit": difference_words(indicator),
        "low": _signed(seen.interval.low, decimals),
        "high": _signed(seen.interval.high, decimals),
    }


def _group(figure: Figure | None) -> RankedGroup | None:
    if figure is None or figure.value is None or not figure.den:
        return None
    if figure.ci_lo is None or figure.ci_hi is None:
        return None
    return RankedGroup(
        value=figure.value, low=figure.ci_lo, high=figure.ci_hi, of=figure.den
    )


def _signed(value: float, decimals: int) -> str:
    told = value_words(value, decimals=decimals)
    return f"+{told}" if value > 0 else told
