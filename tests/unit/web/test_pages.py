"""The open pages, the language and signing in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django.fixtures import Settings


@dataclass(frozen=True)
class Persona:
    key: str = "maja"
    name: str = "Maja Lindström"
    role: str = "Samordnare"
    organisation: str = "Linköpings kommun"
    unit: str = "Samordning hemgång"
    caregiver: str = "K"
    face: str = "staff"
    about: str = "Tar emot dem som kommer hem."
    actor: Mapping[str, object] = field(default_factory=lambda: {"kind": "staff"})


def personas() -> list[Persona]:
    return [Persona()]


@pytest.fixture
def practice(settings: Settings) -> None:
    settings.DEMO = True
    settings.SIGNIN_CHOICES = f"{__name__}.personas"


@pytest.mark.parametrize(
    "address", ["/", "/logga-in/", "/tillganglighet/", "/sa-hanterar-vi-uppgifter/"]
)
def test_open_page_needs_no_database(
    client: Client, settings: Settings, address: str
) -> None:
    settings.SIGNIN_CHOICES = ""

    assert client.get(address).status_code == 200


def test_pages_are_swedish_whatever_the_browser_says(client: Client) -> None:
    response = client.get("/", headers={"Accept-Language": "en-US"})

    assert '<html lang="sv">' in response.text


@pytest.mark.django_db
def test_language_is_remembered_and_leads_back(client: Client) -> None:
    response = client.post("/sprak/", {"language": "en", "next": "/tillganglighet/"})

    assert response.headers["Location"] == "/tillganglighet/"
    assert '<html lang="en">' in client.get("/").text


@pytest.mark.django_db
def test_language_never_leads_to_another_site(client: Client) -> None:
    response = client.post(
        "/sprak/", {"language": "en", "next": "https://ond.example/"}
    )

    assert response.headers["Location"] == "/"


@pytest.mark.django_db
def test_unknown_language_changes_nothing(client: Client) -> None:
    client.post("/sprak/", {"language": "xx"})

    assert '<html lang="sv">' in client.get("/").text


@pytest.mark.django_db
def test_health_says_that_the_database_answers(client: Client) -> None:
    assert client.get("/health").json() == {"database": "ok"}


@pytest.mark.django_db
def test_health_says_when_the_database_does_not_answer(client: Client) -> None:
    with patch.object(connection, "cursor", side_effect=OperationalError):
        response = client.get("/health")

    assert response.status_code == 503


@pytest.mark.django_db
@pytest.mark.usefixtures("practice")
def test_maja_signs_in_and_is_shown_in_the_top_bar(client: Client) -> None:
    client.post("/logga-in/", {"choice": "maja"})

    response = client.get("/komponenter/")

    assert "Maja Lindström" in response.text
    assert "Samordning hemgång" in response.text
    assert client.session["actor"] == {"kind": "staff"}


@pytest.mark.django_db
@pytest.mark.usefixtures("practice")
def test_maja_comes_to_the_page_she_wanted(client: Client) -> None:
    response = client.post("/logga-in/", {"choice": "maja", "next": "/tillganglighet/"})

    assert response.headers["Location"] == "/tillganglighet/"


@pytest.mark.django_db
@pytest.mark.usefixtures("practice")
def test_signing_out_forgets_everything(client: Client) -> None:
    client.post("/logga-in/", {"choice": "maja"})

    client.post("/logga-ut/")

    assert "actor" not in client.session


@pytest.mark.usefixtures("practice")
@pytest.mark.django_db
def test_unknown_persona_is_refused(client: Client) -> None:
    response = client.post("/logga-in/", {"choice": "ingen"})

    assert response.status_code == 404
    assert "Välj någon annan i listan." in response.text


@pytest.mark.usefixtures("practice")
def test_personas_can_be_chosen(client: Client) -> None:
    response = client.get("/logga-in/")

    assert "Maja Lindström" in response.text
    assert "Tar emot dem som kommer hem." in response.text


@pytest.mark.django_db
def test_without_practice_no_one_can_sign_in(
    client: Client, settings: Settings
) -> None:
    settings.DEMO = False
    settings.SIGNIN_CHOICES = f"{__name__}.personas"

    assert "Inloggning är inte inkopplad här." in client.get("/logga-in/").text
    assert client.post("/logga-in/", {"choice": "maja"}).status_code == 404


def test_practice_is_said_on_every_page_and_only_then(
    client: Client, settings: Settings
) -> None:
    settings.DEMO = True
    assert "Övningsmiljö" in client.get("/").text

    settings.DEMO = False
    assert "Övningsmiljö" not in client.get("/").text
