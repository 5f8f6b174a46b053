"""An indicator as a page to read: what it means, its examples and its SELECT (pure)."""

from collections.abc import Iterator
from textwrap import dedent, indent

from naravard.indicators.definition import Direction, Example, Indicator, Provenance
from naravard.indicators.registry import in_order

BETTER = {
    Direction.UP: "högre är bättre",
    Direction.DOWN: "lägre är bättre",
    Direction.CONTEXT: "sammanhang; varken bättre eller sämre",
}
WHOSE = {
    Provenance.NATIONAL: "nationell definition",
    Provenance.OWN: "egen definition",
    Provenance.TO_VERIFY: "nationellt namn, men definitionen är inte stämd av",
}


def sheet(indicator: Indicator) -> str:
    """The page in Swedish, as Markdown."""
    return "\n".join(_lines(indicator)).rstrip() + "\n"


def catalogue_sheet() -> str:
    """Every indicator in one table, in Swedish, as Markdown."""
    return "\n".join(
        [
            "# Indikatorerna",
            "",
            "| id | namn | ursprung | Kolada | också kallad | version |",
            "| --- | --- | --- | --- | --- | --- |",
            *(_table_row(indicator) for indicator in in_order()),
        ]
    )


def _table_row(indicator: Indicator) -> str:
    title = indicator.title if indicator.is_counted else f"{indicator.title} (läses in)"
    cells = (
        indicator.id,
        title,
        WHOSE[indicator.provenance],
        ", ".join(indicator.kolada) or "–",
        ", ".join(indicator.also) or "–",
        indicator.version,
    )
    return f"| {' | '.join(cells)} |"


def _lines(indicator: Indicator) -> Iterator[str]:
    yield f"# {indicator.id} {indicator.title}"
    yield ""
    yield indicator.says
    yield ""
    yield from (f"- {name}: {text}" for name, text in _facts(indicator) if text)
    for example in indicator.examples:
        yield ""
        yield from _example(example)
    if indicator.sql:
        yield ""
        yield "```sql"
        yield dedent(indicator.sql).strip()
        yield "```"


def _facts(indicator: Indicator) -> Iterator[tuple[str, str]]:
    yield "version", f"{indicator.version}, gäller från {indicator.valid_from}"
    yield "enhet", f"{indicator.unit}; {BETTER[indicator.direction]}"
    yield "ursprung", f"{WHOSE[indicator.provenance]} ({indicator.owner})"
    yield "att veta", indicator.note
    yield "källa", f"{indicator.source}; perspektiv: {indicator.perspective}"
    yield "Kolada", ", ".join(indicator.kolada)
    yield "också kallad", ", ".join(indicator.also)
    yield "behöver tabellerna", ", ".join(indicator.needs)
    yield "delar av SQL", ", ".join(indicator.blocks)
    yield (
        "parametrar",
        ", ".join(f"{name}={value}" for name, value in indicator.params.items()),
    )
    yield "standardbefolkning", indicator.standard.value
    yield "eftersläpning", f"{indicator.lag_days} dagar"


def _example(example: Example) -> Iterator[str]:
    answers = (("täljare", example.num), ("nämnare", example.den))
    told = [f"{name} {value:g}" for name, value in answers if value is not None]
    if example.value is not None:
        told.append(f"värde {example.value:.6g}")
    yield f"**Exempel.** {example.says} Period {example.period}: {', '.join(told)}."
    yield ""
    yield "```"
    yield indent(dedent(example.lake).strip(), "")
    yield "```"
