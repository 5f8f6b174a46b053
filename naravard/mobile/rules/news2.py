"""NEWS2: how ill somebody is, from seven measurements (adults only).

Source: Royal College of Physicians, NEWS2 (2017), Swedish hospital scale. It supports
clinical judgement and never replaces it; it is not validated for pregnancy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from naravard.core.errors import DomainError

ADULT_FROM = 16  # years; NEWS2 is not meant for children

# Points of each measurement: (largest value, points), in order; the last has no end.
Bands = tuple[tuple[float, int], ...]
NO_END = float("inf")

BREATHS: Bands = ((8, 3), (11, 1), (20, 0), (24, 2), (NO_END, 3))  # a minute
SATURATION_1: Bands = ((91, 3), (93, 2), (95, 1), (NO_END, 0))  # per cent
# Habitual low saturation, ordered by a physician; from 93 it matters whether oxygen is
# given.
SATURATION_2: Bands = ((83, 3), (85, 2), (87, 1), (NO_END, 0))
SATURATION_2_WITH_OXYGEN: Bands = (
    (83, 3),
    (85, 2),
    (87, 1),
    (92, 0),
    (94, 1),
    (96, 2),
    (NO_END, 3),
)
SYSTOLIC: Bands = ((90, 3), (100, 2), (110, 1), (219, 0), (NO_END, 3))  # mmHg
PULSE: Bands = ((40, 3), (50, 1), (90, 0), (110, 1), (130, 2), (NO_END, 3))  # a minute
TEMPERATURE: Bands = (  # °C
    (35.0, 3),
    (36.0, 1),
    (38.0, 0),
    (39.0, 1),
    (NO_END, 2),
)
OXYGEN_GIVEN = 2
NOT_ALERT = 3
RED = 3  # so many points in one measurement is a warning of its own
MEDIUM_FROM, HIGH_FROM = 5, 7


class Scale(StrEnum):
    """Which saturation is usual for the person."""

    ORDINARY = "1"
    LOW_SATURATION = "2"


class Consciousness(StrEnum):
    """ACVPU: how awake somebody is; new confusion counts as not alert."""

    ALERT = "A"
    CONFUSED = "C"
    VOICE = "V"
    PAIN = "P"
    UNRESPONSIVE = "U"


class Level(StrEnum):
    """How great the clinical risk is."""

    LOW = "low"
    LOW_MEDIUM = "low_medium"  # three points in one measurement
    MEDIUM = "medium"
    HIGH = "high"


LEVEL_IN_SWEDISH = {
    Level.LOW: "låg risk",
    Level.LOW_MEDIUM: "låg till medelhög risk",
    Level.MEDIUM: "medelhög risk",
    Level.HIGH: "hög risk",
}
RESPONSE_IN_SWEDISH = {
    Level.LOW: "Fortsätt enligt plan.",
    Level.LOW_MEDIUM: "Ansvarig läkare bedömer snarast.",
    Level.MEDIUM: "Läkare bedömer skyndsamt, inom 60 minuter.",
    Level.HIGH: "Akut: läkare omedelbart. Larma 112 om planen inte säger annat.",
}


class ImpossibleMeasurement(DomainError):
    """A measured value lies outside what a living person can have."""


class ScaleNotOrdered(DomainError):
    """The scale of low saturation is used only when a physician has ordered it."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Skala 2 används bara när en läkare har ordinerat den.",
            rule="NEWS2, skala 2 för syremättnad",
            remedy="Skriv vem som har ordinerat skalan, eller välj skala 1.",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What was measured; None was not. Breaths and pulse a minute, pressure in mmHg,
    saturation in per cent, temperature in °C (counted to one decimal).
    """

    breaths: int | None = None
    saturation: int | None = None
    oxygen: bool | None = None
    systolic: int | None = None
    pulse: int | None = None
    consciousness: Consciousness | None = None
    temperature: float | None = None
    scale: Scale = Scale.ORDINARY


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The points; when something was not measured the total is only at least that."""

    total: int
    level: Level
    complete: bool
    red: tuple[str, ...]  # measurements with three points, in Swedish

    @property
    def in_words(self) -> str:
        """The score as people say it."""
        at_least = "" if self.complete else "minst "
        return f"NEWS2 {at_least}{self.total}, {LEVEL_IN_SWEDISH[self.level]}"


# What is possible in a living person; outside it somebody has mistyped.
POSSIBLE = {
    "breaths": (0, 80, "andningsfrekvens"),
    "saturation": (40, 100, "syremättnad"),
    "systolic": (30, 300, "blodtryck"),
    "pulse": (0, 300, "puls"),
    "temperature": (25.0, 45.0, "temperatur"),
}


def score(measured: Measured) -> Score:
    """The score of what was measured. Raises ImpossibleMeasurement."""
    _check_possible(measured)
    points = dict(_points(measured))
    known = [point for point in points.values() if point is not None]
    red = tuple(name for name, point in points.items() if point == RED)
    total = sum(known)
    return Score(
        total=total,
        level=_level(total, red=bool(red)),
        complete=len(known) == len(points),
        red=red,
    )


def advice_of(found: Score) -> str:
    """What the score asks for, and within how long to measure again, in Swedish."""
    response = RESPONSE_IN_SWEDISH[found.level]
    within = measure_again_within(found.level, found.total)
    if not within:
        return f"{response} Mät hela tiden."
    hours = round(within.total_seconds() / 3600)
    again = "en timme" if hours == 1 else f"{hours} timmar"
    return f"{response} Mät igen inom {again}."


def check_scale_ordered(scale: Scale, ordered_by: str) -> None:
    """Whether the scale may be used. Raises ScaleNotOrdered."""
    if scale is Scale.LOW_SATURATION and not ordered_by.strip():
        raise ScaleNotOrdered


def measure_again_within(level: Level, total: int) -> timedelta:
    """The longest until the next measurement; none at all at high risk."""
    if level is Level.HIGH:
        return timedelta(0)
    if level in {Level.MEDIUM, Level.LOW_MEDIUM}:
        return timedelta(hours=1)
    return timedelta(hours=6) if total else timedelta(hours=12)


def _check_possible(measured: Measured) -> None:
    for name, (least, most, called) in POSSIBLE.items():
        value = getattr(measured, name)
        if value is not None and not least <= value <= most:
            raise ImpossibleMeasurement(
                f"Värdet {value:g} för {called} är inte möjligt.",
                remedy="Kontrollera att siffran är rätt skriven.",
            )


def _points(measured: Measured) -> Iterator[tuple[str, int | None]]:
    yield "andningsfrekvens", _in(BREATHS, measured.breaths)
    yield "syremättnad", _in(_saturation_bands(measured), measured.saturation)
    yield "syrgas", _if_known(measured.oxygen, OXYGEN_GIVEN)
    yield "blodtryck", _in(SYSTOLIC, measured.systolic)
    yield "puls", _in(PULSE, measured.pulse)
    alert = measured.consciousness
    not_alert = None if alert is None else alert is not Consciousness.ALERT
    yield "medvetande", _if_known(not_alert, NOT_ALERT)
    warm = measured.temperature
    yield "temperatur", _in(TEMPERATURE, None if warm is None else round(warm, 1))


def _saturation_bands(measured: Measured) -> Bands:
    if measured.scale is Scale.ORDINARY:
        return SATURATION_1
    return SATURATION_2_WITH_OXYGEN if measured.oxygen else SATURATION_2


def _in(bands: Bands, value: float | None) -> int | None:
    if value is None:
        return None
    return next(points for largest, points in bands if value <= largest)


def _if_known(claim: bool | None, points: int) -> int | None:
    return None if claim is None else points * claim


def _level(total: int, *, red: bool) -> Level:
    if total >= HIGH_FROM:
        return Level.HIGH
    if total >= MEDIUM_FROM:
        return Level.MEDIUM
    return Level.LOW_MEDIUM if red else Level.LOW
