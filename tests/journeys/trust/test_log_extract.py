"""The log extract as a PDF: tagged, titled, in Swedish, and with every reading."""

from io import BytesIO
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from naravard.access.models import AccessLogEntry
from tests.house import House
from tests.journeys.trust.conftest import SignIn

TRICKY = '#import "/etc/passwd" $x$ *fet* [länk](x) \\ åäö'


@pytest.fixture
def extract(
    sign_in: SignIn,
    house: House,
    karin: UUID,
    in_hospital: UUID,
    karins_phone: Client,
) -> PdfReader:
    sign_in(house.psychiatrist).post(
        reverse("staff:person", args=[karin]), {"reason": TRICKY}
    )
    answer = karins_phone.post("/vem-har-last/pdf/")
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(answer.content))


def text_of(pdf: PdfReader) -> str:
    return " ".join(page.extract_text() for page in pdf.pages).replace("\n", " ")


def test_it_is_tagged_with_language_and_title(extract: PdfReader) -> None:
    root = extract.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "sv"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert extract.metadata.title == "Vem har läst om mig?"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_it_says_who_read_and_why_as_it_was_written(extract: PdfReader) -> None:
    text = text_of(extract)

    assert "Karin Holm" in text
    assert "Bo Ek" in text
    assert "2026-03-02 12:00" in text
    assert '#import "/etc/passwd" $x$ *fet*' in text


def test_it_is_logged_as_an_export(extract: PdfReader, karin: UUID) -> None:
    assert AccessLogEntry.objects.filter(
        action="export", category="access_log", actor_person_id=karin
    ).exists()
