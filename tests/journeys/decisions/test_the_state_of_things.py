"""A politician reads the state of things, and never comes to a person."""

import csv
import io
import json

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from naravard.access.models import AccessLogEntry
from tests.house import register

PAGES = ("state", "measures", "equity", "road", "decisions", "signals")

pytestmark = pytest.mark.usefixtures("counted", "road")


def test_the_front_page_says_in_words_what_is_surely_better(sign_in, politician):
    page = sign_in(politician).get(reverse("decisions:state"))

    assert "Säkert bättre: väntan på att komma hem." in page.text
    assert "Oförändrat: åter på sjukhus inom 30 dagar." in page.text
    assert "Inget är säkert sämre." in page.text


def test_a_chart_has_its_change_its_words_and_its_table(sign_in, politician):
    page = sign_in(politician).get(reverse("decisions:measure", args=["NV-04"]))

    assert "Gemensam planering varje morgon" in page.text
    assert '<title id="spc-nv-04-t">' in page.text
    assert "Visa som tabell" in page.text


def test_a_measure_shows_its_definition_and_its_select(sign_in, politician):
    page = sign_in(politician).get(reverse("decisions:measure", args=["NV-03"]))

    assert "En planerad vistelse emellan skyddar inte." in page.text
    assert "readmitted" in page.text


def test_a_group_that_surely_differs_is_named(sign_in, politician):
    page = sign_in(politician).get(reverse("decisions:equity"))

    assert "Säkert högre än länet: behöver tolk." in page.text
    assert "Språk, från behöver inte tolk till behöver tolk: +8,3" in page.text


def test_what_is_hidden_is_hidden_in_every_file(sign_in, politician):
    client = sign_in(politician)
    address = reverse("decisions:figures")

    rows = list(csv.DictReader(io.StringIO(client.get(f"{address}?som=csv").text)))
    told = json.loads(client.get(f"{address}?som=json").text)

    hidden = [row for row in rows if row["suppressed"] == "true"]
    assert [row["value"] for row in hidden] == [""]
    assert [row["num"] for row in told if row["suppressed"]] == [None]


def test_a_spreadsheet_has_the_figures_and_what_they_mean(sign_in, politician):
    answer = sign_in(politician).get(
        reverse("decisions:figures"), {"som": "xlsx", "matt": "NV-03"}
    )

    book = load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["Tal", "Mått"]
    assert book["Mått"]["A2"].value == "NV-03"


def test_another_kind_of_file_is_refused_in_words(sign_in, politician):
    answer = sign_in(politician).get(reverse("decisions:figures"), {"som": "exe"})

    assert "Den sortens fil skriver vi inte." in answer.text


def test_the_paper_is_a_tagged_pdf(sign_in, politician):
    answer = sign_in(politician).get(reverse("decisions:pdf"))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in answer.content
    assert b"/Marked true" in answer.content


def test_the_paper_is_a_spreadsheet_too(sign_in, politician):
    answer = sign_in(politician).get(reverse("decisions:spreadsheet"))

    book = load_workbook(io.BytesIO(answer.content))
    assert "Alla mått" in book.sheetnames


@pytest.mark.parametrize("name", PAGES)
def test_no_page_names_a_person(sign_in, politician, house, name):
    register("Karin", "Holmgren", "194302149804", listed_unit_id=house.health_centre)

    page = sign_in(politician).get(reverse(f"decisions:{name}"))

    assert page.status_code == 200
    assert "Holmgren" not in page.text


def test_a_politician_does_not_come_to_the_cases(sign_in, politician):
    answer = sign_in(politician).get(reverse("decisions:cases", args=["I-01"]))

    assert answer.status_code == 403
    assert "Be enhetens chef" in answer.text


def test_a_manager_sees_her_own_units_cases_and_it_is_logged(sign_in, manager):
    before = AccessLogEntry.objects.filter(unit_id=manager.unit_id).count()

    answer = sign_in(manager).get(reverse("decisions:cases", args=["I-01"]))

    assert answer.status_code == 200
    assert AccessLogEntry.objects.filter(unit_id=manager.unit_id).count() > before


def test_a_followed_measure_becomes_a_signal_when_it_has_changed(sign_in, politician):
    client = sign_in(politician)

    client.post(reverse("decisions:follow", args=["NV-04"]), {"plats": "all"})
    page = client.get(reverse("decisions:signals"))

    assert "Säkert bättre" in page.text
    assert "Väntan på att komma hem" in page.text


def test_one_may_stop_following(sign_in, politician):
    client = sign_in(politician)
    client.post(reverse("decisions:follow", args=["NV-04"]), {"plats": "all"})
    page = client.get(reverse("decisions:signals"))
    stop = page.text.split('action="/beslut/signaler/')[1].split('"')[0]

    client.post(f"/beslut/signaler/{stop}")

    assert "Du följer inget mått" in client.get(reverse("decisions:signals")).text
