"""Minutes, moments and counts in plain Swedish."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

COUNTS = (
    "ingen gång",
    "en gång",
    "två gånger",
    "tre gånger",
    "fyra gånger",
    "fem gånger",
    "sex gånger",
    "sju gånger",
    "åtta gånger",
    "nio gånger",
    "tio gånger",
    "elva gånger",
    "tolv gånger",
)
MINUTE_OF_DAY = re.compile(r"kl\. ([0-9.]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What staff, visits and competences are called when something is told of them."""

    staff: Mapping[str, str]
    visits: Mapping[str, str]
    skills: Mapping[str, str]

    def who(self, name: str) -> str:
        """A caregiver's name."""
        return self.staff.get(name, name)

    def whom(self, visit: str) -> str:
        """The name of whom a visit is to."""
        return self.visits.get(visit, visit)

    def skill(self, name: str) -> str:
        """What a competence is called."""
        return self.skills.get(name, name)

    def told(self, reason: str) -> str:
        """A broken rule with names, words and the clock for ids, codes and minutes."""
        names = {**self.staff, **self.visits}
        names |= {f"({code})": f"({word})" for code, word in self.skills.items()}
        for name, word in names.items():
            reason = reason.replace(name, word)
        return MINUTE_OF_DAY.sub(lambda at: f"kl. {clock(float(at[1]))}", reason)


def times(count: int) -> str:
    """How many times, in words up to twelve."""
    return COUNTS[count] if count < len(COUNTS) else f"{count} gånger"


def minutes(count: float) -> str:
    """So many minutes, rounded."""
    whole = round(count)
    return "1 minut" if whole == 1 else f"{whole} minuter"


def clock(minute: float) -> str:
    """A minute of the day as 09.05."""
    whole = round(minute)
    return f"{whole // 60 % 24:02d}.{whole % 60:02d}"


def of(name: str) -> str:
    """A name in the genitive: Karins, Hans."""
    return name if name[-1:].lower() in {"s", "x", "z"} else f"{name}s"


def together(names: list[str]) -> str:
    """Names in a row, the last two joined by och."""
    if len(names) < 2:  # noqa: PLR2004 - one name needs no joining
        return "".join(names)
    return ", ".join(names[:-1]) + " och " + names[-1]
