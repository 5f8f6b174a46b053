"""`naravard indicators`: list, show and count the indicators over a lake."""

import json
import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.indicators.computing import (
    NOT_COUNTED,
    Order,
    Outcome,
    compute,
    countable,
)
from naravard.indicators.definition import Parameter
from naravard.indicators.engine.dividing import PLACES, STRATA, read_division
from naravard.indicators.errors import OutputNotPossible, ParameterNotKnown
from naravard.indicators.periods import read_period
from naravard.indicators.registry import in_order, indicator_named
from naravard.indicators.results import write_results
from naravard.indicators.sheet import sheet

WRONG = 2  # the exit code when the order or the lake is wrong
NOTES = ".notes.json"
WHOLE_NUMBER = re.compile(r"-?\d+")


class Command(BaseCommand):
    """Answers from a folder of files: no database."""

    help = "Listar, visar och räknar indikatorerna."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Three things to do: list, show and compute."""
        actions = parser.add_subparsers(dest="action", required=True, metavar="VAD")
        actions.add_parser("list", help="alla indikatorer")
        show = actions.add_parser("show", help="en indikator med exempel och SELECT")
        show.add_argument("id", metavar="ID")
        _add_compute(actions.add_parser("compute", help="räkna över en sjö"))

    def handle(self, *_args: Any, **options: Any) -> None:
        """Do it; exit code 2 when the order or the lake is wrong."""
        try:
            getattr(self, f"_{options['action']}")(options)
        except DomainError as error:
            raise CommandError(
                f"{error.message} {error.remedy}".strip(), returncode=WRONG
            ) from error

    def _list(self, _options: dict[str, Any]) -> None:
        for entry in in_order():
            kolada = ",".join(entry.kolada) or "–"
            counted = "" if entry.is_counted else " (publicerat värde)"
            self.stdout.write(
                f"{entry.id:<18} {entry.version:<7} {entry.provenance:<10}"
                f" {kolada:<8} {entry.title}{counted}"
            )

    def _show(self, options: dict[str, Any]) -> None:
        self.stdout.write(sheet(indicator_named(options["id"])))

    def _compute(self, options: dict[str, Any]) -> None:
        out: Path = options["out"]
        if out.suffix not in {".csv", ".parquet", ".json"} or not out.parent.is_dir():
            raise OutputNotPossible(
                f"Till {out} går det inte att skriva.",
                remedy="Välj en fil .csv, .parquet eller .json i en mapp som finns.",
            )
        outcome = compute(_order(options), now=clock.now())
        write_results(outcome.results, out)
        _write_notes(outcome, out)
        self.stdout.write(f"{len(outcome.results)} värden i {out}.")
        for remark in outcome.remarks:
            if NOT_COUNTED in remark.says:
                self.stderr.write(f"{remark.period}: {remark.says}")


def _add_compute(parser: CommandParser) -> None:
    parser.add_argument("--lake", type=Path, required=True, metavar="MAPP")
    parser.add_argument(
        "--indicator", action="extend", nargs="+", default=[], metavar="ID"
    )
    parser.add_argument(
        "--period", action="extend", nargs="+", required=True, metavar="2025[-MM|-Qn]"
    )
    parser.add_argument(
        "--by",
        default="",
        metavar="DELNING",
        help=f"med komma mellan: {', '.join((*PLACES, *STRATA))}",
    )
    parser.add_argument(
        "--engine", default="duckdb", help="duckdb, sc://värd:port, spark-local, sail"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FIL")
    parser.add_argument(
        "--param", action="extend", nargs="+", default=[], metavar="NAMN=VÄRDE"
    )
    parser.add_argument("--threads", type=int, help="högst så många trådar")
    parser.add_argument("--memory", help="högst så mycket minne, som 4GB")
    parser.add_argument(
        "--chunks", type=int, default=1, help="räkna personerna i så många delar"
    )
    parser.add_argument(
        "--show-small",
        action="store_true",
        help="dölj inte små tal; bara inom vården, aldrig för publicering",
    )


def _order(options: dict[str, Any]) -> Order:
    named = [indicator_named(name) for name in _words(options["indicator"])]
    by = [word.strip() for word in options["by"].split(",") if word.strip()]
    return Order(
        lake=options["lake"],
        indicators=tuple({each.id: each for each in named}.values()) or countable(),
        periods=tuple(read_period(text) for text in _words(options["period"])),
        division=read_division(by),
        params=dict(_param(text) for text in options["param"]),
        engine=options["engine"],
        chunks=options["chunks"],
        threads=options["threads"],
        memory=options["memory"],
        hide_small=not options["show_small"],
        pass_over=not named,
    )


def _words(given: list[str]) -> list[str]:
    return [word for text in given for word in text.split(",") if word]


def _param(text: str) -> tuple[str, Parameter]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ParameterNotKnown(
            f"”{text}” är ingen parameter.", remedy="Skriv som window=30."
        )
    if WHOLE_NUMBER.fullmatch(value):
        return name, int(value)
    with suppress(ValueError):  # what is no day is told of with the parameter
        return name, date.fromisoformat(value)
    return name, value


def _write_notes(outcome: Outcome, out: Path) -> None:
    """What there is to know about the values, beside the file of values."""
    said = {
        "engine": outcome.engine,
        "source_snapshot": outcome.snapshot,
        "remarks": [
            {
                "indicator": remark.indicator,
                "period": remark.period,
                "geo": remark.geo,
                "stratum": remark.stratum,
                "says": remark.says,
            }
            for remark in outcome.remarks
        ],
    }
    text = json.dumps(said, ensure_ascii=False, indent=1)
    out.with_name(out.name + NOTES).write_text(f"{text}\n", encoding="utf-8")
