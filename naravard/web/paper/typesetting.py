"""From words to a tagged PDF: the one place where typst is called (ADR 0054)."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def typeset(template: Path, told: "DataclassInstance") -> bytes:
    """The file; typst makes pages and tags, and refuses what is not PDF/UA-1.

    All words come in as data: nothing a person has written is read as instructions.
    """
    made: bytes = typst.compile(
        template,
        format="pdf",
        sys_inputs={"told": json.dumps(asdict(told), ensure_ascii=False)},
        pdf_standards="ua-1",
        ignore_system_fonts=True,
    )
    return made
