"""Åtgärdbar dödlighet 0–74 år."""

from naravard.indicators.definition import Direction
from naravard.indicators.published import published

INDICATOR = published(
    indicator="NV-22",
    title="Åtgärdbar dödlighet 0–74 år",
    says="Dödsfall före 75 år som sjukvården hade kunnat förhindra, "
    "åldersstandardiserat, tre år.",
    direction=Direction.DOWN,
    unit="per 100 000",
    source="Dödsorsaksregistret",
    owner="Socialstyrelsen",
    kolada="N79190",
)
