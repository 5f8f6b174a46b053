"""Nothing is shown to someone unknown, and a no is a calm page."""

import logging
from collections.abc import Callable
from uuid import UUID

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, get_resolver, path

from naravard.config import urls
from naravard.core.errors import Conflict, DomainError, NotAllowed, NotFound
from naravard.web.openness import Openness, guards_itself, open_to_all, openness_of

OPEN_VIEWS = {
    "front",
    "sign_in",
    "sign_out",
    "sign_in_staff",
    "sign_in_inhabitant",
    "sign_in_done",
    "signed_out",
    "language",
    "accessibility",
    "data_handling",
    "gallery",
    "health",
    "ready",
}
KARIN = UUID("3f0c1f6e-2d1b-4f5c-9a55-7d8a2b1c0e11")
LAW = "LUS 2017:612 4 kap. 3 §"


class ReadyTwice(DomainError):
    pass


def closed(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("Hemligt")


def for_machines(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("Maskinens svar")


def open_page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("Öppet")


def refusing(error: DomainError) -> Callable[[HttpRequest], HttpResponse]:
    def view(_request: HttpRequest) -> HttpResponse:
        raise error

    return open_to_all(view)


@open_to_all
def broken(_request: HttpRequest, person_id: UUID, number: str) -> HttpResponse:
    raise RuntimeError(f"19430214-9804 {person_id} {number}")


urlpatterns = [
    path("stangd/", closed),
    path("oppen/", open_to_all(open_page)),
    path("maskin/", guards_itself(for_machines)),
    path("redan/", refusing(ReadyTwice("Redan klar.", rule=LAW, remedy="Återta."))),
    path("spar/", refusing(NotAllowed("Spärrat.", remedy="Fråga vårdcentralen."))),
    path("borta/", refusing(NotFound("Finns inte."))),
    path("krock/", refusing(Conflict("Ali hann före."))),
    path("trasig/<uuid:person_id>/<str:number>/", broken),
    *urls.urlpatterns,
]
handler404, handler500 = urls.handler404, urls.handler500
pytestmark = pytest.mark.urls(__name__)


def test_view_is_closed_unless_it_is_marked(client: Client) -> None:
    response = client.get("/stangd/?flik=plan")

    assert response.status_code == 302
    assert response.headers["Location"] == "/logga-in/?next=%2Fstangd%2F%3Fflik%3Dplan"


def test_fragment_leads_the_whole_page_to_sign_in(client: Client) -> None:
    response = client.get("/stangd/", headers={"HX-Request": "true"})

    assert response.headers["HX-Redirect"] == "/logga-in/"


def test_open_view_needs_no_one(client: Client) -> None:
    assert client.get("/oppen/").text == "Öppet"


def test_view_that_guards_itself_is_let_through(client: Client) -> None:
    assert client.get("/maskin/").text == "Maskinens svar"


def test_only_listed_views_are_open() -> None:
    patterns = [
        entry
        for entry in get_resolver("naravard.config.urls").url_patterns
        if isinstance(entry, URLPattern)
    ]

    names = {
        entry.name
        for entry in patterns
        if openness_of(entry.callback) is Openness.OPEN_TO_ALL
    }

    assert names <= OPEN_VIEWS


@pytest.mark.django_db
def test_page_of_someone_signed_in_is_never_kept(client: Client) -> None:
    session = client.session
    session["actor"] = {"kind": "staff"}
    session.save()

    response = client.get("/stangd/")

    assert response.text == "Hemligt"
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/redan/", 422, "Det gick inte"),
        ("/spar/", 403, "Du kan inte göra det här"),
        ("/borta/", 404, "Det du söker finns inte här"),
        ("/krock/", 409, "Någon annan hann före"),
        ("/finns-inte/", 404, "Det du söker finns inte här"),
    ],
)
def test_refusal_is_a_calm_page(
    client: Client, address: str, status: int, heading: str
) -> None:
    response = client.get(address)

    assert response.status_code == status
    assert f"<h1>{heading}</h1>" in response.text


def test_refusal_shows_message_rule_and_remedy(client: Client) -> None:
    response = client.get("/redan/")

    assert "Redan klar." in response.text
    assert "Återta." in response.text
    assert LAW in response.text


def test_refusal_of_a_fragment_is_put_in_the_message_place(client: Client) -> None:
    response = client.get("/redan/", headers={"HX-Request": "true"})

    assert response.headers["HX-Retarget"] == "#besked"
    assert "<html" not in response.text


def test_scripts_come_only_from_our_own_server(client: Client) -> None:
    policy = client.get("/oppen/").headers["Content-Security-Policy"]

    assert "script-src 'self';" in policy
    assert "style-src 'self';" in policy
    assert "default-src 'none'" in policy


def test_bug_shows_a_reference_and_logs_no_personal_data(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    client.raise_request_exception = False

    with caplog.at_level(logging.ERROR):
        response = client.get(f"/trasig/{KARIN}/19430214-9804/")

    (line,) = [record.getMessage() for record in caplog.records]
    assert response.status_code == 500
    assert line.split()[0] in response.text
    assert str(KARIN) in line
    assert "9804" not in line


def test_old_form_is_explained() -> None:
    response = Client(enforce_csrf_checks=True).post("/sprak/", {"language": "en"})

    assert response.status_code == 403
    assert "Ladda om sidan" in response.text


@override_settings(ALLOWED_HOSTS=["testserver"])
def test_unknown_host_gets_no_page(client: Client) -> None:
    response = client.get("/stangd/", headers={"host": "ond.example"})

    assert response.status_code == 400
