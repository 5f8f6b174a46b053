"""No personal number stands beside a page: in an address, a link, a cookie or a log."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings
from pytest_django.plugin import DjangoDbBlocker

from naravard.access import services as access
from naravard.demo.personas import SigninChoice, signin_choices
from naravard.people.models import PersonIdentifier
from tests.journeys.walking import Walk, kind_of, numbers_in
from tests.personas import small_county

NOW = datetime(2026, 3, 4, 8, 40, tzinfo=UTC)  # a Wednesday morning
SEARCH = "/sok/"
ONE_OF_EACH = (
    "Ali Rahimi",
    "Maja Lindqvist",
    "Sara Blom",
    "Lena Aspgren",
    "Karin Holm",
    "Eva Holm",
)
# Shown, nothing new, led on, refused, and asked in another way than by a form.
CALM = frozenset({200, 204, 302, 403, 405})


@pytest.fixture(scope="module")
def county(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), small_county(NOW):
        yield


@pytest.fixture(autouse=True)
def practice(county: None, db: None, settings: Settings) -> Iterator[None]:
    settings.DEMO = True
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def written(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that is logged, however quietly."""
    caplog.set_level(logging.DEBUG)
    return caplog


def everybodys_numbers() -> set[str]:
    values = PersonIdentifier.objects.values_list("value", flat=True)
    return {value[-10:] for value in values}


def signed_in(who: SigninChoice) -> Walk:
    client = Client(raise_request_exception=False)
    walk = Walk(client=client)
    walk.sends(reverse("sign_in"), choice=who.key)
    return walk


def named(name: str) -> Walk:
    return signed_in(next(each for each in signin_choices() if each.name == name))


def leaked(walk: Walk, written: pytest.LogCaptureFixture) -> set[str]:
    """The numbers of persons in the county that could be seen beside the pages."""
    beside = "\n".join([*walk.traces, written.text])
    return numbers_in(beside) & everybodys_numbers()


@pytest.mark.parametrize(
    "text", ["19430214-9804", "430214+9804", "194302149804", "q=430214-9804&x"]
)
def test_number_would_be_seen_in_any_form(text: str) -> None:
    assert numbers_in(f"GET /sok/?q={text} HTTP") == {"4302149804"}


def test_pages_of_everybody_leak_no_number(written: pytest.LogCaptureFixture) -> None:
    walks = [named(name).everywhere_from("/") for name in ONE_OF_EACH]

    assert set().union(*(leaked(walk, written) for walk in walks)) == set()
    assert set().union(*(walk.answers.values() for walk in walks)) <= CALM
    assert max(len(walk.answers) for walk in walks) > 20


@pytest.mark.parametrize(
    "asked", ["19430214-9804", "194302149804", "4302149804", "430214-9805", "Karin"]
)
def test_search_leaks_no_number(written: pytest.LogCaptureFixture, asked: str) -> None:
    ali = named("Ali Rahimi")

    ali.sends(SEARCH, q=asked)

    assert leaked(ali, written) == set()
    assert ali.answers[SEARCH] in {200, 422}


def test_refused_search_leaks_no_number(written: pytest.LogCaptureFixture) -> None:
    karin = named("Karin Holm")

    karin.sends(SEARCH, q="19430214-9804")

    assert leaked(karin, written) == set()
    assert karin.answers[SEARCH] == 403


def test_page_that_is_not_there_leaks_no_number(
    written: pytest.LogCaptureFixture,
) -> None:
    ali = named("Ali Rahimi")

    ali.opens("/personer/19430214-9804/")

    ali.traces = [each for each in ali.traces if "/personer/1943" not in each]
    assert leaked(ali, written) == set()
    assert ali.answers[kind_of("/personer/19430214-9804/")] == 404


def test_fault_in_the_program_leaks_no_number(
    written: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_asked: object) -> None:
        raise ValueError("19430214-9804 Karin Holm")

    ali = named("Ali Rahimi")
    monkeypatch.setattr(access, "search_persons", fails)

    ali.sends(SEARCH, q="19430214-9804")

    assert leaked(ali, written) == set()
    assert ali.answers[SEARCH] == 500
    assert "ValueError" in written.text
