"""Machines that watch the house learn how it runs, and nothing about anybody."""

import json
import logging
from io import StringIO

import pytest
from django.db import DatabaseError, IntegrityError
from django.test import Client
from django.urls import reverse

from naravard.core.log_lines import JsonLines
from naravard.people.identity import IdentifierSystem
from naravard.people.models import PersonIdentifier
from tests.house import House, register

KARIN = "194302149804"
FREE_TEXT = "Karin är orolig inför hemgången"


@pytest.fixture
def lines():
    """Everything that is logged, at every level, as operation would write it."""
    stream = StringIO()
    listener = logging.StreamHandler(stream)
    listener.setFormatter(JsonLines())
    loggers = [logging.getLogger(), *map(logging.getLogger, LOUD)]
    levels = [each.level for each in loggers]
    loggers[0].addHandler(listener)
    set_levels(loggers, [logging.DEBUG] * len(loggers))
    yield stream
    set_levels(loggers, levels)
    loggers[0].removeHandler(listener)


LOUD = ("django.request", "django.db.backends", "naravard.request", "naravard")


def set_levels(loggers, levels):
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def logged(lines: StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in lines.getvalue().splitlines()]


def test_an_answer_is_logged_by_its_route(ali, lines):
    ali.get(reverse("staff:search"))

    answered = [line for line in logged(lines) if line["logger"] == "naravard.request"]

    assert answered[0]["method"] == "GET"
    assert answered[0]["route"] == "sok/"
    assert answered[0]["status"] == 200
    assert answered[0]["milliseconds"] >= 0


def test_no_line_holds_number_name_or_what_somebody_wrote(
    ali: Client, house: House, lines, settings
):
    settings.DEBUG = True  # then Django logs every statement with its values
    person = register("Karin", "Holm", KARIN, listed_unit_id=house.health_centre)
    ali.post(reverse("staff:search"), {"q": "19430214-9804"})
    ali.post(reverse("staff:search"), {"q": "Karin Holm"})
    ali.get(f"/finns-inte/{KARIN}/?namn=Karin")
    ali.get(reverse("staff:person", args=[person]), {"skal": FREE_TEXT})
    ali.post(reverse("staff:person", args=[person]), {"reason": FREE_TEXT})

    written = lines.getvalue()

    assert "naravard.request" in written
    assert "django.db.backends" in written
    assert KARIN not in written
    assert "430214" not in written
    assert "Karin" not in written
    assert "Holm" not in written
    assert "orolig" not in written


def test_a_row_that_postgresql_quotes_is_not_logged(house, lines):
    person = register("Karin", "Holm", KARIN)
    try:
        PersonIdentifier.objects.create(
            person_id=person, system=IdentifierSystem.PERSONAL_NUMBER, value=KARIN
        )
    except IntegrityError:
        logging.getLogger("naravard").exception("failed")

    stopped = logged(lines)[-1]

    assert stopped["error"] == "IntegrityError"
    assert stopped["at"]
    assert KARIN not in lines.getvalue()


@pytest.mark.parametrize(
    "text",
    ["19430214-9804", "430214-9804", "430214+9804", "430214 9804", "22430512AB31"],
)
def test_a_number_in_our_own_words_is_masked(lines, text):
    logging.getLogger("naravard.web").error("about %s", text)

    assert logged(lines)[-1]["message"] == "about [nummer]"


def test_words_that_were_put_together_elsewhere_are_not_trusted(lines):
    logging.getLogger("somewhere.else").error(f"cannot read {FREE_TEXT}")
    logging.getLogger("somewhere.else").error("cannot read %s", FREE_TEXT)

    assert [line["message"] for line in logged(lines)] == ["", "cannot read %s"]


def test_a_page_server_is_ready_when_the_database_is_of_its_version(db, client):
    answer = client.get(reverse("ready"))

    assert answer.status_code == 200
    assert answer.json() == {"database": "ok", "migrations": "ok"}


def test_a_page_server_is_not_ready_before_the_database_is_migrated(
    db, client, monkeypatch
):
    monkeypatch.setattr(
        "naravard.web.watching.MigrationExecutor.migration_plan",
        lambda *_: [("people", "9999_to_come")],
    )

    answer = client.get(reverse("ready"))

    assert answer.status_code == 503
    assert answer.json()["migrations"] == "behind"


def test_a_page_server_is_not_ready_without_a_database(db, client, monkeypatch):
    def broken(*_: object) -> None:
        raise DatabaseError

    monkeypatch.setattr("naravard.web.watching.MigrationExecutor", broken)

    assert client.get(reverse("ready")).status_code == 503


def test_figures_are_shown_to_this_machine(db, client):
    client.get(reverse("front"))

    answer = client.get(reverse("metrics"))

    assert answer.status_code == 200
    assert 'naravard_requests_total{method="GET",route="",status="200"}' in answer.text
    assert "naravard_request_seconds_bucket" in answer.text
    assert "naravard_outbox_waiting 0.0" in answer.text
    assert "naravard_deadlines_not_noted 0.0" in answer.text
    assert "naravard_retention_proposed 0.0" in answer.text
    assert "naravard_database_up 1.0" in answer.text


def test_figures_tell_of_no_person(ali, house, client):
    person = register("Karin", "Holm", KARIN)
    ali.get(reverse("staff:person", args=[person]))

    answer = client.get(reverse("metrics"))

    assert str(person) not in answer.text
    assert "personer/<uuid:person_id>/" in answer.text


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 404),
        ({"Authorization": "Bearer wrong"}, 404),
        ({"Authorization": "Basic for-this-test"}, 404),
        ({"Authorization": "Bearer for-this-test"}, 200),
    ],
)
def test_figures_are_shown_elsewhere_with_the_token_only(
    db, client, settings, headers, status
):
    settings.METRICS_TOKEN = "for-this-test"

    answer = client.get(reverse("metrics"), headers=headers, REMOTE_ADDR="192.0.2.1")

    assert answer.status_code == status


def test_an_empty_token_opens_nothing(db, client, settings):
    settings.METRICS_TOKEN = ""

    answer = client.get(
        reverse("metrics"),
        headers={"Authorization": "Bearer "},
        REMOTE_ADDR="192.0.2.1",
    )

    assert answer.status_code == 404


def test_a_proxy_on_this_machine_is_not_this_machine(db, client):
    answer = client.get(reverse("metrics"), headers={"X-Forwarded-For": "192.0.2.1"})

    assert answer.status_code == 404


def test_figures_are_shown_when_the_database_is_gone(db, client, monkeypatch):
    def gone(_now: object) -> None:
        raise DatabaseError

    monkeypatch.setattr("naravard.web.watching.waiting_deliveries", gone)

    answer = client.get(reverse("metrics"))

    assert answer.status_code == 200
    assert "naravard_database_up 0.0" in answer.text
