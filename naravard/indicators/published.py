"""Indicators that their owners count, and that are only read here (pure)."""

from naravard.indicators.definition import (
    Direction,
    Example,
    Indicator,
    Measure,
    Provenance,
)

READ_ONLY = "Räknas av ägaren; här läses det publicerade värdet in."


def published(
    *,
    indicator: str,
    title: str,
    says: str,
    direction: Direction,
    source: str,
    owner: str,
    kolada: str,
    unit: str = "%",
) -> Indicator:
    """The indicator of a national owner whose value is read out of Kolada's file."""
    return Indicator(
        id=indicator,
        title=title,
        says=says,
        direction=direction,
        measure=Measure.PUBLISHED,
        unit=unit,
        source=source,
        provenance=Provenance.NATIONAL,
        note=READ_ONLY,
        owner=owner,
        kolada=(kolada,),
        examples=(
            Example(
                says="Så läses ett värde ur Koladas fil.",
                lake=f"""
                kpi,municipality,period,gender,value
                {kolada},1980,2023,T,42
                """,
                period="2023",
                value=42,
            ),
        ),
    )
