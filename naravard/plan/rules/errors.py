"""What a plan's rules say no to, named as the broken expectation."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from naravard.core.errors import Conflict, DomainError, NotAllowed

if TYPE_CHECKING:
    from naravard.plan.rules.legal import Missing
    from naravard.plan.rules.parts import Part


class PartNotThere(DomainError):
    """An edit speaks of a part that is not in the plan, or points at one."""


class PartNotWhole(DomainError):
    """A part lacks what it must have, or says two things at once."""


class NotYoursToWrite(NotAllowed):
    """A text in the person's own words, or another's part, was to be changed."""


class OneOfEach(DomainError):
    """A second text of a kind of which the plan holds one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One part as it was read, as it is now, and as it was to become."""

    part: str
    read: "Part | None"
    theirs: "Part | None"
    mine: "Part | None"
    theirs_by: str = ""


class EditedMeanwhile(Conflict):
    """Somebody else has changed the same part since it was read; both are kept here."""

    def __init__(self, clashes: tuple[Clash, ...], *, version: int) -> None:
        """Hold both sides, and the version to answer with."""
        super().__init__(
            "Någon annan har ändrat samma del medan du skrev.",
            rule="PDL 3 kap. 14 §: inget som skrivits får gå förlorat",
            remedy="Jämför de två texterna, behåll det som ska gälla och spara igen.",
        )
        self.clashes = clashes
        self.version = version


class PlanLacks(DomainError):
    """The plan can not be taken into use: something the law asks for is missing."""

    def __init__(self, missing: "tuple[Missing, ...]") -> None:
        """Hold what is missing, each with its source."""
        super().__init__(
            "Planen saknar något innan den kan börja gälla: "
            + " ".join(one.text for one in missing),
            rule="; ".join(dict.fromkeys(one.source for one in missing)),
            remedy="Fyll i det som saknas, tillsammans med personen.",
        )
        self.missing = missing


class PlanNotOpened(NotAllowed):
    """A record opened for something else does not open the plan."""

    rule = "PDL 4 kap. 1 §"


class NotTakingPart(NotAllowed):
    """Something is asked of a unit that takes part in the plan, and answered by it."""

    rule = "HSL 16 kap. 4 §, SoL 10 kap. 8 §"
