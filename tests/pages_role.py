"""The database as the pages meet it: a role that owns nothing, behind a second lock."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from naravard.core.acting import stop_acting
from naravard.core.second_lock import PAGES


@contextmanager
def as_role(role: str) -> Iterator[None]:
    """Whatever is asked inside is asked as the role, and nobody acts to begin with."""
    _say(f"SET ROLE {role}")
    try:
        yield
    finally:
        stop_acting()
        _say("RESET ROLE")


@contextmanager
def as_pages() -> Iterator[None]:
    """As a page asks."""
    with as_role(PAGES):
        yield


def _say(sql: str) -> None:
    connection.ensure_connection()
    connection.connection.execute(sql)
