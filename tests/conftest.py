"""A real PostgreSQL for every test that asks for one; nothing else is shared here."""

import os

import pytest
from django.conf import settings

from naravard.config.database import database_from_url
from naravard.config.embedded import ensure_database

os.environ["NARAVARD_MODE"] = "test"


@pytest.hookimpl(tryfirst=True)
def pytest_configure() -> None:
    """Start the embedded server before Django opens its first connection."""
    ensure_database("postgres-test")
    # pytest-django reads the settings before any conftest is loaded.
    settings.DATABASES["default"].update(database_from_url(os.environ["DATABASE_URL"]))
