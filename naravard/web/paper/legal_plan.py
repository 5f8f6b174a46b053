"""One legal plan as a PDF: the same words as the page that is printed and signed."""

from datetime import datetime

from django.utils.translation import gettext

from naravard.core.clock import day_of
from naravard.people.queries import PersonHeader
from naravard.plan.rows import ViewStanding
from naravard.plan.rules.legal import Document
from naravard.web.paper.sheets import (
    SWEDISH,
    TEMPLATE,
    Sheet,
    SheetBlock,
    SheetLine,
)
from naravard.web.paper.typesetting import typeset
from naravard.web.words.days import full_day
from naravard.web.words.numbers import personal_number


def legal_plan_pdf(
    document: Document,
    standing: ViewStanding | None,
    person: PersonHeader,
    version: int,
    now: datetime,
) -> bytes:
    """The file, tagged and titled; call it with Swedish in force."""
    about = (
        f"{person.name} {personal_number(person.number)}".strip(),
        f"{document.law}. Version {version}.",
        gettext("Hämtat %(day)s ur Nära.") % {"day": full_day(day_of(now))},
    )
    sheet = Sheet(
        title=document.title,
        language=SWEDISH,
        about=about,
        blocks=(*_blocks(document), *_standing(standing)),
        foot=document.title,
    )
    return typeset(TEMPLATE, sheet)


def _blocks(document: Document) -> tuple[SheetBlock, ...]:
    return tuple(
        SheetBlock(
            title=block.title,
            lines=tuple(
                SheetLine(text=line.text, label=line.label, note=line.note)
                for line in block.lines
            ),
            when_empty=block.when_empty,
        )
        for block in document.blocks
    )


def _standing(standing: ViewStanding | None) -> tuple[SheetBlock, ...]:
    """What it lacks and who has signed; nothing to those who read a part only."""
    if standing is None:
        return ()
    lacks = tuple(
        SheetLine(text=lack.text, note=lack.source) for lack in standing.missing
    )
    signed = tuple(
        SheetLine(
            label=one.unit,
            text=one.by_name,
            note=full_day(day_of(one.at))
            if one.still_holds
            else gettext("gäller inte längre, texten har ändrats"),
        )
        for one in standing.signatures
    )
    found = (
        (gettext("Det här saknas"), lacks),
        (gettext("Justerad av"), signed),
    )
    return tuple(
        SheetBlock(title=title, lines=lines, when_empty="")
        for title, lines in found
        if lines
    )
