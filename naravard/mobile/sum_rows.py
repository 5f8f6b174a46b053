"""What decision-makers see of mobile teams: sums, and nobody in them (pure)."""

from dataclasses import dataclass

from naravard.mobile.rules.states import TeamKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """How near a kind of team is to a municipality's inhabitants, in per cent.

    None where too few to be shown. `from_the_middle`: nobody's place is known, and the
    whole municipality is counted from its middle.
    """

    kind: TeamKind
    municipality: str
    inhabitants: int
    within_30: int | None
    within_60: int | None
    from_the_middle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Driven:
    """What a team's working time went to, in per cent; the rest is other work."""

    team: str
    kind: TeamKind
    visits: int
    driving: int
    visiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How one municipality is reached; None where too few to be shown."""

    municipality: str
    visits: int | None
    answered_in_time: int | None  # per cent of the requests
    unserved: int | None  # requests that no team could meet
    known_face: int | None  # per cent of visits by somebody the person has met


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How promises were kept in one municipality, in per cent; None where too few."""

    municipality: str
    visited_in_time: int | None  # of visits with a longest wait
    times_moved: int | None  # of times that had been told


@dataclass(frozen=True, slots=True, kw_only=True)
class Unserved:
    """Persons in one municipality whose need was not met, each way by itself.

    None where too few to be shown, or where those that are left would be too few.
    """

    municipality: str
    declined: int | None  # the team said no
    unanswered: int | None  # no answer, though its time is out
    late: int | None  # waited longer than the longest wait
    cancelled: int | None  # the team called the visit off
    not_made: int | None  # the day went by, and nobody came
