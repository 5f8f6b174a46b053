"""What a team works with besides its staff: cars, bags, machines, and how many."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from naravard.core.errors import DomainError


class ResourceKind(StrEnum):
    """What a resource is."""

    CAR = "car"
    BAG = "bag"
    XRAY = "xray"
    ULTRASOUND = "ultrasound"
    PUMP = "pump"
    OTHER = "other"


RESOURCE_IN_SWEDISH: Mapping[ResourceKind, str] = {
    ResourceKind.CAR: "bil",
    ResourceKind.BAG: "väska",
    ResourceKind.XRAY: "röntgenapparat",
    ResourceKind.ULTRASOUND: "ultraljud",
    ResourceKind.PUMP: "pump",
    ResourceKind.OTHER: "annan utrustning",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A car, a bag or a machine in use, and how many visits it is enough for."""

    kind: ResourceKind
    name: str
    capacity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingUse:
    """How a kind of thing is enough for a day: what there is, and what is needed."""

    kind: ResourceKind
    names: tuple[str, ...]  # of those in use
    enough_for: int  # visits
    needed: int  # visits

    @property
    def called(self) -> str:
        """`Bil 1 och Bil 2`, or the kind when the team has none in use."""
        *first, last = self.names or (RESOURCE_IN_SWEDISH[self.kind],)
        return " och ".join([*([", ".join(first)] if first else []), last])

    @property
    def is_too_little(self) -> bool:
        """Whether more visits need it than it is enough for."""
        return self.needed > self.enough_for


class NotEnoughOfAThing(DomainError):
    """A day is not promised beyond what cars, bags and machines are enough for."""

    def __init__(self, use: ThingUse, day: date) -> None:
        """Name the thing, the day, and how many visits it is enough for."""
        when = day.isoformat()
        told = (
            f"{use.called} räcker till {use.enough_for} besök {when}, och det här blir"
            f" nummer {use.needed}."
            if use.names
            else f"Teamet har {NONE_OF[use.kind]} i bruk {when}."
        )
        super().__init__(
            told,
            rule="Det som besöket behöver ska finnas den dagen.",
            remedy="Välj en annan dag, flytta ett annat besök, ta en resurs till i bruk"
            " på sidan Teamet eller fråga ett annat team.",
        )


NONE_OF: Mapping[ResourceKind, str] = {
    ResourceKind.CAR: "ingen bil",
    ResourceKind.BAG: "ingen väska",
    ResourceKind.XRAY: "ingen röntgenapparat",
    ResourceKind.ULTRASOUND: "inget ultraljud",
    ResourceKind.PUMP: "ingen pump",
    ResourceKind.OTHER: "ingen annan utrustning",
}


def uses(
    things: Iterable[Thing], needs: Iterable[Iterable[str]]
) -> tuple[ThingUse, ...]:
    """Each kind that the team has in use or that a visit needs, in order of kind.

    `needs` are the kinds that each visit of the day needs.
    """
    have, wanted = list(things), [frozenset(each) for each in needs]
    found = (
        ThingUse(
            kind=kind,
            names=tuple(each.name for each in have if each.kind is kind),
            enough_for=sum(each.capacity for each in have if each.kind is kind),
            needed=sum(kind in each for each in wanted),
        )
        for kind in ResourceKind
    )
    return tuple(each for each in found if each.names or each.needed)


def check_enough(
    things: Iterable[Thing],
    needs: Iterable[Iterable[str]],
    wanted: Iterable[str],
    day: date,
) -> None:
    """Whether one visit more that needs these can be promised on a day.

    Raises NotEnoughOfAThing.
    """
    more = frozenset(wanted)
    for use in uses(things, [*needs, more]):
        if use.kind in more and use.is_too_little:
            raise NotEnoughOfAThing(use, day)


class TeamAct(StrEnum):
    """What somebody changed about a team, as its history tells it."""

    BEGUN = "begun"
    STATE = "state"
    ROOM = "room"
    CRITERIA = "criteria"
    SHIFTS = "shifts"
    SHIFT_LATE = "shift_late"
    SHIFT_LEFT = "shift_left"
    COMPETENCE = "competence"
    DELEGATED = "delegated"
    COMPETENCE_ENDED = "competence_ended"
    RESOURCE = "resource"
    RESOURCE_CHANGED = "resource_changed"
