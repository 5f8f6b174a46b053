"""Operation refuses to start half-made; trying it out needs no settings at all."""

import os
import subprocess
import sys

import pytest

from naravard.config.database import database_from_url
from tests.architecture.source import ROOT

COMPLETE = {
    "NARAVARD_MODE": "operation",
    "NARAVARD_SECRET_KEY": "for-this-test-only",
    "NARAVARD_LOG_KEY": "for-this-test-only",
    "NARAVARD_ALLOWED_HOSTS": "nara.example",
    "DATABASE_URL": "postgresql://nara@database.example/nara",
    "NARAVARD_ADDRESS": "https://nara.example",
    "NARAVARD_STAFF_ISSUER": "https://idp.example",
    "NARAVARD_STAFF_CLIENT_ID": "nara",
    "NARAVARD_STAFF_CLIENT_SECRET": "for-this-test-only",
}


def read_settings(
    environment: dict[str, str],
    told: str = "from naravard.config import settings as s; print(s)",
) -> subprocess.CompletedProcess[str]:
    """The settings as a fresh process reads them, with nothing else in the air."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NARAVARD_", "DATABASE_"))
    }
    return subprocess.run(
        [sys.executable, "-c", told],
        cwd=ROOT,
        env={**clean, **environment},
        capture_output=True,
        check=False,
        text=True,
    )


def test_nothing_needs_to_be_set_to_try_it():
    assert read_settings({}).returncode == 0


def test_operation_starts_when_everything_is_set():
    assert read_settings(COMPLETE).returncode == 0


def test_operation_keeps_cookies_and_browsers_to_encrypted_lines():
    told = """
from naravard.config import settings as s
print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY,
      s.SESSION_COOKIE_SAMESITE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS,
      s.SECURE_HSTS_INCLUDE_SUBDOMAINS)
"""

    answer = read_settings(COMPLETE, told)

    assert answer.stdout.split() == [
        "__Host-naravard",
        "True",
        "True",
        "Lax",
        "True",
        str(365 * 24 * 3600),
        "True",
    ]


@pytest.mark.parametrize(
    "missing",
    [
        "NARAVARD_SECRET_KEY",
        "NARAVARD_LOG_KEY",
        "NARAVARD_ALLOWED_HOSTS",
        "DATABASE_URL",
        "NARAVARD_ADDRESS",
        "NARAVARD_STAFF_CLIENT_ID",
    ],
)
def test_operation_refuses_to_start_without_its_secrets(missing):
    answer = read_settings({**COMPLETE, missing: ""})

    assert answer.returncode == 1
    assert f"{missing} must be set" in answer.stderr


def test_operation_refuses_to_start_with_practice_personas():
    answer = read_settings({**COMPLETE, "NARAVARD_DEMO": "1"})

    assert answer.returncode == 1
    assert "Demo personas cannot be on in operation" in answer.stderr


def test_operation_refuses_to_start_without_anybody_who_vouches_for_people():
    answer = read_settings({**COMPLETE, "NARAVARD_STAFF_ISSUER": ""})

    assert answer.returncode == 1
    assert "NARAVARD_STAFF_ISSUER or NARAVARD_INHABITANT_ISSUER" in answer.stderr


def test_operation_does_not_speak_with_a_provider_in_the_clear():
    answer = read_settings({**COMPLETE, "NARAVARD_STAFF_ISSUER": "http://idp.example"})

    assert answer.returncode == 1
    assert "NARAVARD_STAFF_ISSUER must begin with https" in answer.stderr


@pytest.mark.parametrize(
    "proof",
    [
        {"NARAVARD_STAFF_CLIENT_SECRET": ""},
        {"NARAVARD_STAFF_CLIENT_KEY_FILE": "pyproject.toml"},
    ],
)
def test_nara_proves_who_it_is_in_one_way(proof):
    answer = read_settings({**COMPLETE, **proof})

    assert answer.returncode == 1
    assert "and not both" in answer.stderr


def test_an_unknown_mode_is_refused():
    answer = read_settings({"NARAVARD_MODE": "almost"})

    assert answer.returncode == 1
    assert "'almost' is not a known mode" in answer.stderr


def test_operation_never_starts_the_embedded_database():
    answer = subprocess.run(
        [sys.executable, "-m", "naravard", "check"],
        cwd=ROOT,
        env={**os.environ, **COMPLETE, "DATABASE_URL": ""},
        capture_output=True,
        check=False,
        text=True,
    )

    assert "DATABASE_URL must be set" in answer.stderr


def test_an_address_gives_every_part_of_a_connection():
    connection = database_from_url(
        "postgresql://nara:s%40fe@database.example:5433/county?sslmode=require"
    )

    assert connection["USER"] == "nara"
    assert connection["PASSWORD"] == "s@fe"
    assert connection["HOST"] == "database.example"
    assert connection["PORT"] == "5433"
    assert connection["NAME"] == "county"
    assert connection["OPTIONS"]["sslmode"] == "require"
    assert connection["OPTIONS"]["prepare_threshold"] > 0


def test_statements_are_not_prepared_through_a_pooler():
    connection = database_from_url("postgresql://nara@/county?prepared=no")

    assert connection["OPTIONS"] == {}


def test_a_socket_address_keeps_its_folder():
    connection = database_from_url("postgresql://postgres@/postgres?host=/a%20b/c")

    assert connection["HOST"] == "/a b/c"
