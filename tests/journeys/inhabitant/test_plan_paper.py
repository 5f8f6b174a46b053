"""The plan as a PDF: tagged, whole, and by the same decision as its page."""

from io import BytesIO
from uuid import UUID

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from time_machine import Traveller

from naravard.access.models import AccessLogEntry
from naravard.people import services as people
from naravard.plan.rules.edits import Put
from naravard.plan.rules.kinds import PassageKind
from naravard.web import actor
from tests.house import House, at
from tests.journeys.inhabitant.conftest import Close, SignIn
from tests.plans import agreed, goal, passage, whole_sip, written

TRICKY = '#import "/etc/passwd" $x$ *katt*\nnästa rad \\ åäö'


@pytest.fixture(autouse=True)
def clock(time_machine: Traveller) -> Traveller:
    time_machine.move_to(at("2026-03-04 12:00"), tick=False)
    return time_machine


@pytest.fixture
def sip(house: House, karin: UUID) -> UUID:
    plan_id = agreed(house, karin)
    written(house.district_nurse, karin, plan_id, *whole_sip(house))
    told = passage(PassageKind.WHAT_MATTERS, TRICKY)
    written(house.district_nurse, karin, plan_id, Put(part=told), read=1)
    return plan_id


def read(answer: HttpResponse) -> PdfReader:
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(BytesIO(answer.content))


def text_of(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in pdf.pages)


def test_it_is_tagged_with_language_and_title(karins_phone: Client, sip: UUID) -> None:
    pdf = read(karins_phone.post("/min-plan/pdf/"))

    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "sv"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.title == "Min plan"
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_the_text_is_whole_and_as_it_was_written(
    karins_phone: Client, sip: UUID
) -> None:
    text = text_of(read(karins_phone.post("/min-plan/pdf/")))

    assert '#import "/etc/passwd" $x$ *katt* nästa rad \\ åäö' in text
    assert "Jag vill kunna gå till brevlådan själv." in text
    assert "Hjälper till med dusch" in text
    assert "Sara Blom" in text
    assert "070-174 06 14" in text
    assert "Planen följs upp måndag 1 juni 2026." in text


def test_it_says_nothing_of_her_number(karins_phone: Client, sip: UUID) -> None:
    answer = karins_phone.post("/min-plan/pdf/")

    assert "min-plan.pdf" in answer["Content-Disposition"]
    assert "9804" not in text_of(read(answer))


def test_in_english_the_headings_are_english_and_her_words_her_own(
    karins_phone: Client, sip: UUID
) -> None:
    karins_phone.post("/sprak/", {"language": "en", "next": "/min-plan/"})

    pdf = read(karins_phone.post("/min-plan/pdf/"))

    assert pdf.trailer["/Root"]["/Lang"] == "en"
    assert "My goals" in text_of(pdf)
    assert "Hjälper till med dusch" in text_of(pdf)


def test_it_is_logged_as_an_export(
    karins_phone: Client, sip: UUID, karin: UUID
) -> None:
    karins_phone.post("/min-plan/pdf/")

    assert AccessLogEntry.objects.filter(
        action="export", category="plan", actor_person_id=karin
    ).exists()


def test_a_daughter_gets_what_she_may_read_and_a_son_nothing(
    signed_in: SignIn, karin: UUID, eva: Close, olle: Close, sip: UUID
) -> None:
    evas = signed_in(actor.relative(karin, eva.related)).post("/min-plan/pdf/")
    olles = signed_in(actor.relative(karin, olle.related)).post("/min-plan/pdf/")

    assert "Jag vill kunna gå" in text_of(read(evas))
    assert olles.status_code == 403


def test_without_a_plan_there_is_no_paper(karins_phone: Client) -> None:
    assert karins_phone.post("/min-plan/pdf/").status_code == 404


def test_staff_get_the_legal_plan_and_what_she_reads(
    signed_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    people.note_language(person_id=karin, language="en", interpreter=False)
    nurse = signed_in(actor.staff(house.district_nurse_assignment))
    legal = reverse("staff:plan_document_pdf", args=[karin])

    document = read(nurse.post(f"{legal}?plan=sip"))
    hers = read(nurse.post(reverse("staff:plan_own_pdf", args=[karin])))

    assert document.metadata.title.startswith("SIP") or "plan" in (
        document.metadata.title.lower()
    )
    assert "HSL" in text_of(document) or "hälso" in text_of(document)
    assert hers.trailer["/Root"]["/Lang"] == "en"


def test_staff_outside_the_plan_get_no_paper(
    signed_in: SignIn, house: House, karin: UUID, sip: UUID
) -> None:
    stranger = signed_in(actor.staff(house.stranger.assignment_id))

    answer = stranger.post(reverse("staff:plan_own_pdf", args=[karin]))

    assert answer.status_code == 403


def test_a_goal_somebody_wrote_for_her_says_who(
    signed_in: SignIn, karin: UUID, eva: Close, sip: UUID, karins_phone: Client
) -> None:
    people.set_mandate(related_id=eva.related, may_read=True, may_act=True)
    daughter = signed_in(actor.relative(karin, eva.related))
    daughter.post(
        "/min-plan/mal/",
        {"text": "Gå till kyrkan.", "version": "2", "request_id": str(goal().id)},
    )

    text = text_of(read(karins_phone.post("/min-plan/pdf/")))

    assert "Gå till kyrkan. Skrivet av Eva Holm, dotter" in text
