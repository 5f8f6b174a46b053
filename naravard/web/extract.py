"""An extract as files: JSON for machines, and one page that needs nothing else."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.template.loader import render_to_string

from naravard.access.queries import LogLine
from naravard.dialogue.rows import WholeTalk
from naravard.discharge.rows import CaseView
from naravard.discharge.services.extract import Extract
from naravard.messages.payloads import in_swedish
from naravard.messages.queries import MessageRow
from naravard.plan.rules.legal import Block, Document

FORMAT = "naravard-extract/1"
NOT_SAID = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What it is, what it says, and when."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One heading, and what stands under it."""

    title: str
    lines: tuple[Line, ...]


def as_json(extract: Extract) -> str:
    """Everything, with the names the code uses and moments in UTC."""
    content = {"format": FORMAT, **asdict(extract)}
    return json.dumps(content, ensure_ascii=False, indent=2, default=str)


def as_page(extract: Extract) -> str:
    """The same, to read or print, in Swedish as it was written."""
    return render_to_string(
        "extract.html",
        {
            "name": extract.person.name,
            "when": in_swedish(extract.made_at),
            "to_be_tried": bool(extract.cases),
            "sections": sections(extract),
        },
    )


def as_zip(extract: Extract) -> bytes:
    """Both files in one, to save."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        packed.writestr("uppgifter.html", as_page(extract))
        packed.writestr("uppgifter.json", as_json(extract))
    return stream.getvalue()


def sections(extract: Extract) -> tuple[Section, ...]:
    """What the page shows, heading by heading."""
    return (
        Section(title="Vem du är", lines=_person(extract)),
        Section(title="Närstående och företrädare", lines=_related(extract)),
        Section(title="Enheter som arbetar med dig", lines=_units(extract)),
        Section(title="Det du har sagt ja eller nej till", lines=_said(extract)),
        Section(title="Papper från sjukhuset", lines=_papers(extract)),
        Section(title="Så vill du bli bemött", lines=_told(extract)),
        *(_plan(document) for document in extract.plans),
        *(_talk(talk) for talk in extract.talks),
        *(_case(case) for case in extract.cases),
        *(_message(message) for message in extract.messages),
        Section(
            title="Vem som har läst", lines=tuple(_reading(row) for row in extract.log)
        ),
    )


def _plan(document: Document) -> Section:
    return Section(
        title=document.title,
        lines=tuple(
            Line(label=block.title, text=_block(block)) for block in document.blocks
        ),
    )


def _block(block: Block) -> str:
    said = (" ".join((one.label, one.text, one.note)) for one in block.lines)
    return "; ".join(text.strip() for text in said) or block.when_empty


def _told(extract: Extract) -> tuple[Line, ...]:
    wishes = extract.told.wishes
    return (
        Line(label="Svar från vården", text=wishes.channel),
        Line(label="Plats för vård", text=f"{wishes.place} {wishes.place_about}"),
        Line(label="Om tolken", text=wishes.interpreter_about or NOT_SAID),
        Line(label="Lättläst", text="Ja" if wishes.easy_to_read else "Nej"),
    )


def _talk(whole: WholeTalk) -> Section:
    return Section(
        title=f"Meddelande: {whole.talk.subject}",
        lines=tuple(
            Line(label=f"{in_swedish(line.at)}, {line.by_name}", text=line.text)
            for line in whole.lines
        ),
    )


def _person(extract: Extract) -> tuple[Line, ...]:
    person = extract.person
    return (
        Line(label="Namn", text=person.name),
        Line(label="Nummer", text=person.number or NOT_SAID),
        Line(label="Född", text=str(person.birth_date or NOT_SAID)),
        Line(label="Adress", text=person.address or NOT_SAID),
        Line(label="Telefon", text=person.phone or NOT_SAID),
        Line(label="Språk", text=person.language),
        Line(label="Tolk", text="Ja" if person.interpreter else "Nej"),
        Line(label="Vårdcentral", text=person.listed_unit_name or NOT_SAID),
    )


def _related(extract: Extract) -> tuple[Line, ...]:
    return tuple(
        Line(
            label=row.name,
            text=f"{row.relation}, {'får läsa' if row.may_read else 'får inte läsa'}",
        )
        for row in extract.person.related
    )


def _units(extract: Extract) -> tuple[Line, ...]:
    return tuple(
        Line(label=row.unit_name, text=f"{row.why} {_span(row.starts_at, row.ends_at)}")
        for row in extract.relations
    )


def _said(extract: Extract) -> tuple[Line, ...]:
    consents = tuple(
        Line(
            label=f"{'Ja' if row.given else 'Nej'}: {row.scope}",
            text=f"{row.unit_name or 'alla'} {_span(row.at, row.withdrawn_at)}",
        )
        for row in extract.consents
    )
    blocks = tuple(
        Line(
            label="Spärr",
            text=f"{row.unit_name or row.organisation_name} "
            f"{_span(row.at, row.lifted_at)}",
        )
        for row in extract.blocks
    )
    return (*consents, *blocks)


def _papers(extract: Extract) -> tuple[Line, ...]:
    return tuple(
        Line(
            label=f"{paper.row.unit}, {in_swedish(paper.row.given_at)}",
            text="\n".join(
                part
                for part in (
                    paper.what_was_done,
                    paper.medicines,
                    paper.medicine_changes,
                    *paper.appointments,
                    *paper.warning_signs,
                    paper.if_warning_signs,
                    *paper.self_care,
                    *paper.plans,
                )
                if part
            ),
        )
        for paper in extract.papers
    )


def _case(view: CaseView) -> Section:
    return Section(
        title=f"Sjukhusvistelse från {in_swedish(view.case.admitted_at)}",
        lines=tuple(
            Line(
                label=in_swedish(event.at),
                text=" ".join(
                    (event.type, event.unit, event.by, _written(event.details))
                ).strip(),
            )
            for event in view.events
        ),
    )


def _written(details: dict[str, object]) -> str:
    return json.dumps(details, ensure_ascii=False) if details else ""


def _message(message: MessageRow) -> Section:
    return Section(
        title=f"{message.title}, {message.sender_unit_name}, "
        f"{in_swedish(message.sent_at)}",
        lines=tuple(Line(label=row.label, text=row.text) for row in message.rows),
    )


def _reading(row: LogLine) -> Line:
    who = ", ".join(part for part in (row.name, row.title, row.unit_name) if part)
    return Line(label=in_swedish(row.at), text=f"{who}. {row.why}".strip(" ."))


def _span(start: datetime, end: datetime | None) -> str:
    until = in_swedish(end) if end else "nu"
    return f"({in_swedish(start)} till {until})"
