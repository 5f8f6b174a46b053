"""The figures as files, for whoever wants to count on: CSV, JSON, Parquet, Excel."""

import tempfile
from io import BytesIO
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from naravard.access.rules import Actor
from naravard.indicators import queries as indicators
from naravard.indicators.errors import OutputNotPossible
from naravard.indicators.queries import Figure
from naravard.indicators.registry import INDICATORS, indicator_named
from naravard.indicators.results import COLUMNS, Result, write_results
from naravard.web.actor import actor_of
from naravard.web.decisions.workbook import Sheet, workbook

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
KIND, MEASURE = "som", "matt"  # the questions in the address


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """Every value that may be shown, or those of one measure."""
    actor = actor_of(request)
    kind = request.GET.get(KIND, "csv")
    if kind not in TYPES:
        raise OutputNotPossible(
            gettext("Den sortens fil skriver vi inte."),
            remedy=gettext("Välj csv, json, parquet eller xlsx."),
        )
    named = request.GET.get(MEASURE, "")
    wanted = [indicator_named(named).id] if named else []
    name = f"nara-{wanted[0].lower() if wanted else 'matt'}.{kind}"
    answer = HttpResponse(_written(actor, wanted, kind), content_type=TYPES[kind])
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _written(actor: Actor, wanted: list[str], kind: str) -> bytes:
    found = indicators.everything(actor, wanted)
    if kind == "xlsx":
        return _workbook(found)
    results = [result_of(figure) for figure in found]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"figures.{kind}"
        write_results(results, path)
        return path.read_bytes()


def result_of(figure: Figure) -> Result:
    """The figure in the engine's own columns."""
    return Result(**{name: getattr(figure, name) for name in COLUMNS})


def _workbook(found: tuple[Figure, ...]) -> bytes:
    rows = [[getattr(figure, name) for name in COLUMNS] for figure in found]
    names = sorted({figure.indicator for figure in found})
    about = [[name, INDICATORS[name].title, INDICATORS[name].says] for name in names]
    stream = BytesIO()
    workbook(
        [
            Sheet(title=gettext("Tal"), heading=list(COLUMNS), rows=rows),
            Sheet(
                title=gettext("Mått"),
                heading=["id", gettext("Namn"), gettext("Betyder")],
                rows=about,
            ),
        ]
    ).save(stream)
    return stream.getvalue()
