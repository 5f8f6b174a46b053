"""The log extract as a PDF (loggutdrag): who has read, when, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext

from naravard.access.queries import LogLine
from naravard.core.clock import day_of, local
from naravard.discharge.services.inhabitant import OwnLogExtract
from naravard.review.rules import Status
from naravard.web.inhabitant.words.readers import readings
from naravard.web.paper.typesetting import typeset
from naravard.web.words.days import full_day, language

TEMPLATE = Path(__file__).with_suffix(".typ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Every word of the paper, in the reader's language."""

    title: str
    language: str
    about: tuple[str, ...]
    heading: str
    columns: tuple[str, str, str]
    rows: tuple[tuple[str, str, str], ...]
    nothing: str
    ask_heading: str
    ask: tuple[str, ...]


def log_extract_pdf(extract: OwnLogExtract) -> bytes:
    """The file, tagged and titled."""
    return typeset(TEMPLATE, told_of(extract))


def told_of(extract: OwnLogExtract) -> Told:
    """What the paper says."""
    person = extract.opened.person
    return Told(
        title=gettext("Vem har läst om mig?"),
        language=language()[:2],
        about=(
            gettext("Gäller: %(name)s") % {"name": person.name},
            gettext("Hämtat %(day)s ur Nära.")
            % {"day": full_day(day_of(extract.opened.record.opened_at))},
            gettext("De %(number)s senaste raderna.") % {"number": len(extract.lines)}
            if extract.is_cut
            else gettext("Alla rader som finns kvar är med."),
        ),
        heading=gettext("Läsningar, den senaste först"),
        columns=(gettext("När"), gettext("Vem"), gettext("Vad och varför")),
        rows=tuple(_rows(extract.lines, extract.reviews)),
        nothing=gettext("Ingen har läst."),
        ask_heading=gettext("Undrar du över något?"),
        ask=(
            gettext("Ring enheten som står vid namnet och be att få tala med chefen."),
            gettext("Du kan också vända dig till patientnämnden."),
            gettext(
                "Tror du att någon har läst utan att få kan du klaga hos"
                " Integritetsskyddsmyndigheten."
            ),
        ),
    )


def _rows(
    lines: Iterable[LogLine], reviews: dict[int, Status]
) -> Iterable[tuple[str, str, str]]:
    for line in lines:
        (reading,) = readings([line], reviews)
        when = local(line.at).strftime("%Y-%m-%d %H:%M")
        yield when, reading.name, reading.reason
