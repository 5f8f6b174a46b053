"""Reads values that their owners publish through Kolada, as rows like our own.

Two shapes of file: Kolada's own JSON (`values` with `kpi`, `municipality`, `period` and
`values`), and CSV with the columns kpi, municipality, period, gender and value. A JSON
may say `note` beside `values`: something that everyone who sees a value must know, such
as that it is invented. Groups of municipalities (`G…`) are passed over.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from naravard.indicators.errors import KoladaNotReadable, UnknownIndicator
from naravard.indicators.municipalities import CODES_BY_COUNTY, MUNICIPALITIES
from naravard.indicators.registry import indicator_named
from naravard.indicators.results import WHOLE, Result

PUBLISHED = "published"
NATION = "0000"
GROUP = "G"  # groups of municipalities, which are no place of ours
GENDERS = {"T": WHOLE, "K": "sex=F", "M": "sex=M"}
COLUMNS = ("kpi", "municipality", "period", "gender", "value")
YEARS = range(1970, 2200)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedValue:
    """One published value, where it was read."""

    row: int
    kpi: str
    place: str
    period: str
    gender: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The values of indicators we know, and the ids we do not."""

    results: tuple[Result, ...]
    unknown: tuple[str, ...]
    note: str = ""


def read_published(path: Path) -> Reading:
    """Every value of an indicator we know. Raises KoladaNotReadable.

    A value that is missing at its owner is left out; ids we do not know are told.
    """
    results: list[Result] = []
    unknown: dict[str, None] = {}
    text = _text(path)
    is_json = path.suffix == ".json"
    for given in (_json_values if is_json else _csv_values)(text, path):
        if given.place.startswith(GROUP):
            continue
        try:
            results += _results(given, path)
        except UnknownIndicator:
            unknown[given.kpi] = None
    return Reading(
        results=tuple(results),
        unknown=tuple(unknown),
        note=str(json.loads(text).get("note", "")) if is_json else "",
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        raise KoladaNotReadable(
            f"{path} går inte att läsa.", remedy="Spara filen i UTF-8."
        ) from problem


def _json_values(text: str, path: Path) -> Iterator[PublishedValue]:
    try:
        rows = json.loads(text)["values"]
        for number, row in enumerate(rows, start=1):
            for each in row["values"]:
                if each.get("isdeleted"):
                    continue
                yield PublishedValue(
                    row=number,
                    kpi=str(row["kpi"]),
                    place=str(row["municipality"]),
                    period=str(row["period"]),
                    gender=str(each.get("gender") or "T"),
                    value="" if each.get("value") is None else str(each["value"]),
                )
    except (ValueError, KeyError, TypeError) as problem:
        raise KoladaNotReadable(
            f"{path} är inte Koladas JSON: {problem}.",
            remedy="Hämta filen på nytt från Kolada.",
        ) from problem


def _csv_values(text: str, path: Path) -> Iterator[PublishedValue]:
    heading = text.partition("\n")[0]
    rows = csv.DictReader(
        text.splitlines(), delimiter=";" if heading.count(";") else ","
    )
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        raise KoladaNotReadable(
            f"{path}, rad 1: kolumnen ”{missing[0]}” saknas.",
            remedy=f"Kolumnerna är {', '.join(COLUMNS)}.",
        )
    for number, row in enumerate(rows, start=2):
        yield PublishedValue(
            row=number,
            kpi=row["kpi"] or "",
            place=row["municipality"] or "",
            period=row["period"] or "",
            gender=row["gender"] or "T",
            value=(row["value"] or "").strip(),
        )


def _results(given: PublishedValue, path: Path) -> Iterator[Result]:
    indicator = indicator_named(given.kpi)
    level, code = _place(given, path)
    if given.gender not in GENDERS:
        raise _wrong(given, path, "gender", given.gender)
    if not given.period.isdigit() or int(given.period) not in YEARS:
        raise _wrong(given, path, "period", given.period)
    if not given.value:
        return
    yield Result(
        indicator=indicator.id,
        version=PUBLISHED,
        period=given.period,
        geo_level=level,
        geo=code,
        stratum=GENDERS[given.gender],
        num=None,
        den=None,
        value=_number(given, path) / indicator.kolada_factor,
        ci_lo=None,
        ci_hi=None,
        std=indicator.standard.value,
        suppressed=False,
    )


def _place(given: PublishedValue, path: Path) -> tuple[str, str]:
    """A municipality, a region (`0019`) or the nation (`0000`)."""
    if given.place == NATION:
        return "nation", NATION
    if given.place in MUNICIPALITIES:
        return "municipality", given.place
    if given.place[:2] == "00" and given.place[2:] in CODES_BY_COUNTY:
        return "county", given.place[2:]
    raise _wrong(given, path, "municipality", given.place)


def _number(given: PublishedValue, path: Path) -> float:
    try:
        return float(given.value.replace(",", "."))
    except ValueError as problem:
        raise _wrong(given, path, "value", given.value) from problem


def _wrong(
    given: PublishedValue, path: Path, column: str, value: str
) -> KoladaNotReadable:
    return KoladaNotReadable(
        f"{path}, rad {given.row}, kolumn ”{column}”: värdet går inte att tolka"
        f" ”{value[:40]}”.",
        remedy="Rätta filen, eller hämta den på nytt från Kolada.",
    )
