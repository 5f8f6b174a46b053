"""Documents drawn from the code are fresh, and no page points at nothing."""

import re

import pytest

from naravard.jobs.documents import DOCUMENTS, FOLDER
from tests.architecture.source import ROOT

LINK = re.compile(r"\]\((?!https?:|#|mailto:)(?P<target>[^)#\s]+)")
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_a_generated_document_says_what_the_code_says(document):
    assert document.is_fresh()


def test_nothing_else_stands_among_the_generated_documents():
    known = {document.name for document in DOCUMENTS}

    assert {path.name for path in FOLDER.iterdir()} == known


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_points_only_at_what_is_there(page):
    text = page.read_text(encoding="utf-8")

    broken = [
        match["target"]
        for match in LINK.finditer(text)
        if not (page.parent / match["target"]).exists()
    ]

    assert not broken
