"""A real browser: Debian's Chromium, driven by Playwright."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import Browser, Page, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
# What is to be seen is waited for as long as a machine with much to do may need.
LONGEST_WAIT = 30_000  # milliseconds
SWITCHES = ["--no-sandbox", "--disable-background-networking"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests. Playwright's loop makes Django ask for this flag."""
    if not CHROMIUM.exists():
        pytest.skip("Chromium saknas: apt-get install chromium")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=LONGEST_WAIT)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=SWITCHES
        )
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page that fails the test if a script fails or the policy is broken."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "console",
        lambda message: (
            complaints.append(message.text) if message.type == "error" else None
        ),
    )
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture(autouse=True)
def logs_emptied_afterwards(transactional_db: None) -> Iterator[None]:
    """Let the database be emptied between tests, though its logs refuse it."""
    _let_triggers("DEFAULT")
    yield
    _let_triggers("replica")


def _let_triggers(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET session_replication_role = {role}")
