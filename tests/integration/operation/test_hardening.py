"""What every answer carries, and what is too large to be read."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("name", HEADERS)
@pytest.mark.django_db
def test_every_page_says_what_a_browser_may_do_with_it(client, name):
    answer = client.get(reverse("front"))

    assert answer.headers[name] == HEADERS[name]


@pytest.mark.django_db
def test_no_page_may_run_what_is_not_ours(client):
    policy = client.get(reverse("front")).headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.django_db
def test_no_other_site_may_read_a_page(client):
    answer = client.get(reverse("front"), HTTP_ORIGIN="https://elsewhere.example")

    assert not [name for name in answer.headers if name.startswith("Access-Control")]


@pytest.mark.django_db
def test_no_page_may_use_camera_microphone_or_place(client):
    policy = client.get(reverse("front")).headers["Permissions-Policy"]

    assert "camera=()" in policy
    assert "microphone=()" in policy
    assert "geolocation=()" in policy


def test_a_form_too_large_is_told_so(ali):
    answer = ali.post(reverse("staff:search"), {"q": "a" * 600_000})

    assert answer.status_code == 413
    assert "för stort" in answer.text


def test_a_form_with_too_many_fields_is_told_so(ali):
    answer = ali.post(reverse("staff:search"), {f"f{n}": "" for n in range(500)})

    assert answer.status_code == 413


def test_no_page_takes_a_file(ali):
    file = SimpleUploadedFile("karin.txt", b"hej")

    answer = ali.post(reverse("staff:search"), {"q": "", "file": file})

    assert answer.status_code == 413


def test_an_error_tells_a_number_and_nothing_of_what_happened(ali, monkeypatch):
    def broken(**_: object) -> None:
        raise RuntimeError("Karin Holm")

    monkeypatch.setattr("naravard.access.services.search_persons", broken)
    ali.raise_request_exception = False

    answer = ali.post(reverse("staff:search"), {"q": "Karin"})

    assert answer.status_code == 500
    assert "Felnummer" in answer.text
    assert "RuntimeError" not in answer.text
    assert "Karin" not in answer.text


def test_a_form_from_another_site_is_refused(house):
    browser = Client(enforce_csrf_checks=True)

    answer = browser.post(reverse("sign_in"), {"choice": "maja"})

    assert answer.status_code == 403


def test_a_page_about_persons_is_kept_by_no_browser(ali):
    answer = ali.get(reverse("staff:search"))

    assert answer.headers["Cache-Control"] == "no-store"
