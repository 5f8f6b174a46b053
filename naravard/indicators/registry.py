"""Every indicator by its id, and by the other ids it answers to (pure)."""

from typing import cast

from naravard.core.catalogue import entries
from naravard.indicators import catalogue
from naravard.indicators.definition import Indicator
from naravard.indicators.errors import UnknownIndicator


def read_catalogue() -> dict[str, Indicator]:
    """The indicator of every file in the catalogue, by its id."""
    found = cast("list[Indicator]", entries(catalogue, "INDICATOR"))
    return {entry.id: entry for entry in found}


INDICATORS: dict[str, Indicator] = read_catalogue()


def indicator_named(name: str) -> Indicator:
    """The indicator with the id, one of its other ids or a Kolada id.

    Raises UnknownIndicator.
    """
    wanted = name.strip().upper()
    for entry in INDICATORS.values():
        if wanted in {each.upper() for each in (entry.id, *entry.also, *entry.kolada)}:
            return entry
    raise UnknownIndicator(
        f"Indikatorn ”{name}” finns inte.",
        remedy="naravard indicators list visar alla.",
    )


def in_order() -> list[Indicator]:
    """All indicators by id."""
    return [INDICATORS[name] for name in sorted(INDICATORS)]
