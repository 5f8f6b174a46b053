"""Readers do not wait for the chain, and no row slips past it."""

from datetime import timedelta

import psycopg
import pytest
from django.db import connection

from naravard.access import services
from naravard.access.queries.sealed import number_waiting, verify
from tests.house import at
from tests.real_commits import real_commits  # noqa: F401 (a fixture)

KEY = b"known to few"
MONDAY = at("2026-03-02 09:00")
WRITE = """
INSERT INTO access_accesslogentry (at, actor_kind, action, category, ground, rule,
    reason, allowed, review, subjects)
VALUES (%s, 'system', 'read', '', '', '', '', true, false, '{}')
"""


def another_reader() -> psycopg.Connection:
    settings = connection.get_connection_params()
    return psycopg.connect(
        dbname=settings["dbname"], user=settings["user"], host=settings["host"]
    )


@pytest.mark.usefixtures("real_commits")
def test_a_row_written_before_but_committed_after_is_sealed_later():
    with another_reader() as slow, another_reader() as quick:
        slow.execute(WRITE, [MONDAY])
        quick.execute(WRITE, [MONDAY + timedelta(seconds=1)])
        quick.commit()
        while_slow_works = services.seal_log(key=KEY, now=MONDAY)
        slow.commit()

    afterwards = services.seal_log(key=KEY, now=MONDAY)

    assert (while_slow_works, afterwards, number_waiting()) == (0, 2, 0)
    assert verify(key=KEY).findings == []


@pytest.mark.usefixtures("real_commits")
def test_two_sealers_never_seal_the_same_row():
    with another_reader() as reader:
        reader.execute(WRITE, [MONDAY])
        reader.commit()
    with another_reader() as other:
        other.execute("SELECT pg_advisory_xact_lock(7315001)")
        meanwhile = services.seal_log(key=KEY, now=MONDAY)
        other.rollback()

    assert meanwhile == 0
    assert services.seal_log(key=KEY, now=MONDAY) == 1
