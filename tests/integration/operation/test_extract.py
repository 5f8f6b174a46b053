"""Karin gets what is kept about her, and sees in her own log that it was fetched."""

import json
from io import BytesIO, StringIO
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from naravard.access.models import AccessLogEntry
from naravard.access.queries import actor_for_person, actor_for_relative
from naravard.discharge.services.extract import (
    NotYourExtract,
    extract_for_disclosure,
    extract_own,
)
from naravard.people import services as people
from naravard.people.roles import Protection, RelatedKind
from naravard.web import actor as session_actor
from tests.house import BEFORE, House, at, register
from tests.integration.discharge.steps import planned, ready
from tests.integration.operation.conftest import browser_of
from tests.journeys.inhabitant.way_home import given_letter

NOW = at("2026-03-10 09:00")


@pytest.fixture
def karin(house: House) -> UUID:
    return register("Karin", "Holm", "194302149804", listed_unit_id=house.health_centre)


@pytest.fixture
def case(house: House, karin: UUID) -> UUID:
    """Karin's way to being ready, with the letter she got."""
    case_id = planned(house, karin)
    ready(house, case_id)
    given_letter(house, case_id)
    return case_id


@pytest.fixture
def karins_phone(karin: UUID) -> Client:
    return browser_of(session_actor.inhabitant(karin))


def unpacked(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def exports() -> list[AccessLogEntry]:
    return list(AccessLogEntry.objects.filter(action="export"))


def test_karin_fetches_her_own_data_as_a_page_and_for_machines(
    case, karins_phone, time_machine
):
    time_machine.move_to(NOW, tick=False)

    answer = karins_phone.post(reverse("inhabitant:download"))

    files = unpacked(answer.content)
    found = json.loads(files["uppgifter.json"])
    assert answer.headers["Content-Type"] == "application/zip"
    assert answer.headers["Cache-Control"] == "no-store"
    assert found["person"]["name"] == "Karin Holm"
    assert found["papers"][0]["medicines"].startswith("Furosemid")
    assert found["consents"][0]["given"] is True
    assert "Karin Holm" in files["uppgifter.html"]
    assert "Furosemid" in files["uppgifter.html"]
    assert "2 mars 2026" in files["uppgifter.html"]


def test_what_staff_have_written_is_not_in_what_she_fetches_herself(
    case, karin, karins_phone
):
    found = extract_own(actor=actor_for_person(karin), now=NOW)

    assert found.cases == ()
    assert found.messages == ()
    assert found.papers


def test_fetching_is_logged_as_an_export(case, karin, karins_phone):
    karins_phone.post(reverse("inhabitant:download"))

    (entry,) = exports()
    assert entry.subjects == [karin]
    assert entry.actor_person_id == karin


def test_the_button_stands_with_what_she_has_said(case, karins_phone):
    page = karins_phone.get(reverse("inhabitant:consents"))

    assert reverse("inhabitant:download") in page.text


def test_a_daughter_who_may_read_fetches_nothing(case, karin):
    eva = register("Eva", "Holm", "197006129808")
    related = people.add_related(
        person_id=karin,
        other_id=eva,
        name="Eva Holm",
        kind=RelatedKind.RELATIVE,
        relation="dotter",
        valid_from=BEFORE,
        may_read=True,
    )

    with pytest.raises(NotYourExtract):
        extract_own(actor=actor_for_relative(karin, related), now=NOW)


def test_staff_fetch_nothing_this_way(case, ali):
    answer = ali.post(reverse("inhabitant:download"))

    assert answer.status_code == 403
    assert not exports()


def test_the_authority_gets_all_of_it_to_try(case, karin, tmp_path):
    said = StringIO()
    out = tmp_path / "utdrag"

    call_command("extract", str(karin), "--out", str(out), stdout=said)

    found = json.loads((out / "uppgifter.json").read_text(encoding="utf-8"))
    page = (out / "uppgifter.html").read_text(encoding="utf-8")
    assert [case["case"]["case_id"] for case in found["cases"]] == [str(case)]
    assert len(found["cases"][0]["events"]) >= 7
    assert len(found["messages"]) >= 3
    assert "Ska sekretessprövas" in page
    assert "Ska sekretessprövas".lower() in said.getvalue().lower()
    assert (out / "uppgifter.json").stat().st_mode & 0o077 == 0


def test_karin_sees_that_the_authority_made_an_extract(case, karin):
    extract_for_disclosure(person_id=karin, reason="Dnr 12", now=NOW)

    found = extract_own(actor=actor_for_person(karin), now=NOW)

    assert "Dnr 12" in [line.reason for line in found.log]


def test_every_reading_is_in_the_extract(case, karin):
    found = extract_for_disclosure(person_id=karin, reason="Dnr 12", now=NOW)

    shown = {line.id for line in found.log}
    kept = AccessLogEntry.objects.filter(subjects__contains=[karin])
    assert shown == {entry.pk for entry in kept}


def test_a_protected_address_is_in_no_file(house, tmp_path):
    anna = register(
        "Anna",
        "Ström",
        "196507129804",
        protection=Protection.PROTECTED_REGISTRATION,
    )

    call_command("extract", str(anna), "--out", str(tmp_path / "utdrag"))

    assert "Stationsvägen" not in (tmp_path / "utdrag" / "uppgifter.json").read_text(
        encoding="utf-8"
    )


def test_nothing_is_written_over(karin, tmp_path):
    call_command("extract", str(karin), "--out", str(tmp_path))

    with pytest.raises(CommandError, match="finns redan"):
        call_command("extract", str(karin), "--out", str(tmp_path))


def test_somebody_unknown_is_told(house, tmp_path):
    with pytest.raises(CommandError):
        call_command("extract", str(uuid4()), "--out", str(tmp_path / "utdrag"))

    assert not (tmp_path / "utdrag").exists()
