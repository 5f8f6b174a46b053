"""The joint meeting is held by one page, and what it agrees on stays there."""

import pytest
from django.urls import reverse

from naravard.roadmap.models import MeetingNote

pytestmark = pytest.mark.usefixtures("counted", "road")
AGREED = {
    "text": "Ring dem som väntat mer än tre dagar.",
    "owner": "Hemgångssamordnaren",
    "due_on": "2026-03-01",
}


def test_the_page_begins_with_what_has_surely_changed(sign_in, politician):
    page = sign_in(politician).get(reverse("decisions:week"))

    assert "vecka 10" in page.text
    changed = page.text.split('id="forandrat"')[1].split('id="sent"')[0]
    assert "Väntan på att komma hem" in changed
    assert "Åter på sjukhus" not in changed


def test_what_was_agreed_stands_there_until_it_is_done(sign_in, politician):
    client = sign_in(politician)

    client.post(reverse("decisions:week"), AGREED)
    before = client.get(reverse("decisions:week")).text
    client.post(reverse("decisions:note_done", args=[MeetingNote.objects.get().pk]))
    after = client.get(reverse("decisions:week")).text

    assert "Hemgångssamordnaren" in before
    assert "Inget är kvar att göra." in after


def test_whoever_is_to_do_something_knows_by_when(sign_in, politician):
    answer = sign_in(politician).post(
        reverse("decisions:week"), AGREED | {"due_on": ""}
    )

    assert "behöver veta till när" in answer.text
    assert not MeetingNote.objects.exists()


def test_something_to_remember_needs_no_owner(sign_in, politician):
    client = sign_in(politician)

    client.post(reverse("decisions:week"), {"text": "Sommaren planeras i april."})

    assert "Sommaren planeras i april." in client.get(reverse("decisions:week")).text


def test_a_manager_reads_and_does_not_write(sign_in, manager):
    client = sign_in(manager)

    assert client.get(reverse("decisions:week")).status_code == 200
    assert client.post(reverse("decisions:week"), AGREED).status_code == 403
