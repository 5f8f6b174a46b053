"""A plan for a day: who makes which visits, in which order and when."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One service of one visit, in minutes; `service` counts from zero."""

    visit: str
    service: int
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One caregiver's stops in order, and the meal break when there is one."""

    caregiver: str
    stops: tuple[Stop, ...]
    meal: Stop | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The rounds of a day; a caregiver without visits has a round without stops."""

    rounds: tuple[Round, ...]
