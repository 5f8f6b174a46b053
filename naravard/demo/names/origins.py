"""Where a household's names come from, and what language it speaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from naravard.demo.names import elsewhere, swedish


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """Given names of those born from `first_year`, the most common first."""

    first_year: int
    names: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenNames:
    """The given names of women and of men, oldest cohort first."""

    women: tuple[Cohort, ...]
    men: tuple[Cohort, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A name tradition.

    `weight` is its share of households (per 1 000), `speaks` the share of them that
    would rather speak `language` (ISO 639), `interpreter` the share of those adults
    who need an interpreter in care.
    """

    weight: int
    language: str
    speaks: float
    interpreter: float
    given: GivenNames
    surnames: Sequence[str]


def _ageless(women: Sequence[str], men: Sequence[str]) -> GivenNames:
    return GivenNames(
        women=(Cohort(first_year=0, names=women),),
        men=(Cohort(first_year=0, names=men),),
    )


_SWEDISH = GivenNames(
    women=(
        Cohort(first_year=0, names=swedish.WOMEN_TO_1939),
        Cohort(first_year=1940, names=swedish.WOMEN_1940_1959),
        Cohort(first_year=1960, names=swedish.WOMEN_1960_1979),
        Cohort(first_year=1980, names=swedish.WOMEN_1980_1999),
        Cohort(first_year=2000, names=swedish.WOMEN_FROM_2000),
    ),
    men=(
        Cohort(first_year=0, names=swedish.MEN_TO_1939),
        Cohort(first_year=1940, names=swedish.MEN_1940_1959),
        Cohort(first_year=1960, names=swedish.MEN_1960_1979),
        Cohort(first_year=1980, names=swedish.MEN_1980_1999),
        Cohort(first_year=2000, names=swedish.MEN_FROM_2000),
    ),
)


def _origin(
    weight: int,
    language: str,
    speaks: float,
    interpreter: float,
    names: tuple[GivenNames, Sequence[str]],
) -> Origin:
    return Origin(
        weight=weight,
        language=language,
        speaks=speaks,
        interpreter=interpreter,
        given=names[0],
        surnames=names[1],
    )


_e = elsewhere
_FINNISH = _ageless(_e.FINNISH_WOMEN, _e.FINNISH_MEN), _e.FINNISH_SURNAMES
_ARABIC = _ageless(_e.ARABIC_WOMEN, _e.ARABIC_MEN), _e.ARABIC_SURNAMES
_SOMALI = _ageless(_e.SOMALI_WOMEN, _e.SOMALI_MEN), _e.SOMALI_SURNAMES
_BALKAN = _ageless(_e.BALKAN_WOMEN, _e.BALKAN_MEN), _e.BALKAN_SURNAMES
_POLISH = _ageless(_e.POLISH_WOMEN, _e.POLISH_MEN), _e.POLISH_SURNAMES
_PERSIAN = _ageless(_e.PERSIAN_WOMEN, _e.PERSIAN_MEN), _e.PERSIAN_SURNAMES
_KURDISH = _ageless(_e.KURDISH_WOMEN, _e.KURDISH_MEN), _e.KURDISH_SURNAMES
_TURKISH = _ageless(_e.TURKISH_WOMEN, _e.TURKISH_MEN), _e.TURKISH_SURNAMES
_TIGRINYA = _ageless(_e.TIGRINYA_WOMEN, _e.TIGRINYA_MEN), _e.TIGRINYA_SURNAMES
_UKRAINIAN = _ageless(_e.UKRAINIAN_WOMEN, _e.UKRAINIAN_MEN), _e.UKRAINIAN_SURNAMES
_SAMI = _ageless(_e.SAMI_WOMEN, _e.SAMI_MEN), _e.SAMI_SURNAMES

# Our own rough picture of a county in central Sweden; not statistics.
ORIGINS = (
    #      per 1 000, language, speaks, interpreter, names
    _origin(815, "sv", 1.00, 0.00, (_SWEDISH, swedish.SURNAMES)),
    _origin(48, "fi", 0.35, 0.15, _FINNISH),
    _origin(46, "ar", 0.75, 0.45, _ARABIC),
    _origin(20, "bs", 0.45, 0.20, _BALKAN),
    _origin(13, "so", 0.75, 0.50, _SOMALI),
    _origin(12, "pl", 0.50, 0.25, _POLISH),
    _origin(12, "fa", 0.60, 0.35, _PERSIAN),
    _origin(12, "ku", 0.60, 0.40, _KURDISH),
    _origin(10, "tr", 0.50, 0.30, _TURKISH),
    _origin(6, "ti", 0.80, 0.55, _TIGRINYA),
    _origin(4, "uk", 0.90, 0.65, _UKRAINIAN),
    _origin(2, "se", 0.30, 0.00, _SAMI),
)
