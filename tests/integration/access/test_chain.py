"""The log is sealed behind its writers, and every way of touching it shows."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from io import StringIO
from uuid import UUID

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from naravard.access import services
from naravard.access.models import AccessLogEntry
from naravard.access.queries.sealed import head_of_chain, number_waiting, verify
from naravard.access.rules import Action
from naravard.access.rules.errors import (
    LogCountsAnew,
    LogMonthNotWhole,
    LogMonthStillNeeded,
)
from naravard.access.rules.seals import Break
from naravard.access.services import sealing
from naravard.access.services.trace import LogEntry
from tests.house import House, at

KEY = b"known to few"
MONDAY = at("2026-03-02 09:00")
LONG_AGO = at("2019-05-06 09:00")
Read = Callable[..., int]


@pytest.fixture
def read(house: House, karin: UUID) -> Read:
    """Somebody reads about Karin; returns the number of the row in the log."""

    def write(moment: datetime = MONDAY) -> int:
        entry = LogEntry(
            at=moment,
            actor=house.ward_nurse,
            action=Action.READ,
            person_ids=(karin,),
        )
        services.log_many([entry])
        return AccessLogEntry.objects.latest("id").pk

    return write


@pytest.fixture
def three_sealed(read: Read) -> list[int]:
    rows = [read(MONDAY + timedelta(minutes=minutes)) for minutes in (0, 1, 2)]
    sealed()
    return rows


def sealed() -> None:
    """Seal all, as if the transaction that the test runs in were over."""
    tampered("UPDATE access_accesslogentry SET written_in = 1")
    services.seal_log(key=KEY, now=MONDAY)


def tampered(sql: str, *values: object) -> None:
    """Somebody with every right in the database goes past the guards."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql, values)
        cursor.execute("SET session_replication_role = DEFAULT")


def found() -> list[tuple[Break, int | None]]:
    return [(finding.kind, finding.row) for finding in verify(key=KEY).findings]


def test_an_untouched_log_verifies(three_sealed):
    done = verify(key=KEY)

    assert (done.seals, done.rows, done.findings) == (1, 3, [])


def test_what_is_written_in_an_open_transaction_waits(read, three_sealed):
    read()

    assert services.seal_log(key=KEY, now=MONDAY) == 0
    assert number_waiting() == 1
    assert found() == []


def test_a_changed_row_shows(three_sealed):
    tampered(
        "UPDATE access_accesslogentry SET reason = 'snok' WHERE id = %s",
        three_sealed[1],
    )

    assert found() == [(Break.CHANGED, three_sealed[1])]


def test_a_removed_row_shows(three_sealed):
    tampered("DELETE FROM access_accesslogentry WHERE id = %s", three_sealed[0])

    assert found() == [(Break.REMOVED, three_sealed[0])]


def test_an_inserted_row_shows(three_sealed):
    tampered(
        "INSERT INTO access_accesslogentry (id, at, actor_kind, action, category,"
        " ground, rule, reason, allowed, review, subjects, written_in) SELECT id + 50,"
        " at, actor_kind, action, category, ground, rule, reason, allowed, review,"
        " subjects, written_in FROM access_accesslogentry WHERE id = %s",
        three_sealed[0],
    )

    assert found() == [(Break.INSERTED, three_sealed[0] + 50)]


def test_two_rows_that_change_places_show(three_sealed):
    first, _between, last = three_sealed
    tampered(
        "UPDATE access_accesslogentry SET id = CASE id WHEN %s::bigint THEN %s::bigint"
        " ELSE %s::bigint END WHERE id IN (%s::bigint, %s::bigint)",
        first,
        -1,
        first,
        first,
        last,
    )
    tampered("UPDATE access_accesslogentry SET id = %s WHERE id = -1", last)

    assert found() == [(Break.REORDERED, first), (Break.REORDERED, last)]


def test_a_seal_made_anew_without_the_key_shows(three_sealed):
    tampered("DELETE FROM access_accesslogseal")
    tampered("DELETE FROM access_accesslogentry WHERE id = %s", three_sealed[0])
    services.seal_log(key=b"guessed", now=MONDAY)

    assert found() == [(Break.SEAL_CHANGED, None)]


def test_a_removed_seal_shows(read):
    first = read(MONDAY - timedelta(days=30))
    read(MONDAY)
    sealed()
    tampered("DELETE FROM access_accesslogseal WHERE number = 1")

    assert found() == [(Break.SEAL_REMOVED, None), (Break.INSERTED, first)]


def test_seals_that_change_places_show(read):
    read(MONDAY - timedelta(days=30))
    read(MONDAY)
    sealed()
    tampered("UPDATE access_accesslogseal SET number = 3 - number + 10")
    tampered("UPDATE access_accesslogseal SET number = number - 10")

    kinds = {kind for kind, _row in found()}

    assert kinds == {Break.SEAL_REORDERED, Break.SEAL_CHANGED}


def test_the_command_says_where_and_how(three_sealed, settings):
    settings.LOG_SEAL_KEY = KEY
    tampered("DELETE FROM access_accesslogentry WHERE id = %s", three_sealed[2])
    told = StringIO()

    with pytest.raises(CommandError, match="inte orörd"):
        call_command("verify_log", stdout=StringIO(), stderr=told)

    assert told.getvalue() == (
        f"2026-03, försegling 1: rad {three_sealed[2]} saknas.\n"
    )


def test_a_chain_cut_short_is_seen_by_whoever_noted_its_end(three_sealed, settings):
    settings.LOG_SEAL_KEY = KEY
    seal = head_of_chain()
    assert seal is not None
    tampered("DELETE FROM access_accesslogseal")
    tampered("DELETE FROM access_accesslogentry")

    with pytest.raises(CommandError, match="kortats"):
        call_command(
            "verify_log", known=(seal.number, seal.hash.hex()), stdout=StringIO()
        )


def test_other_months_are_left_when_one_is_asked_for(three_sealed):
    tampered("DELETE FROM access_accesslogentry WHERE id = %s", three_sealed[0])

    done = verify(key=KEY, first=date(2026, 4, 1))

    assert (done.seals, done.rows, done.findings) == (1, 0, [])


def test_a_restored_database_is_told_to_count_on(three_sealed, monkeypatch):
    monkeypatch.setattr(sealing, "HORIZON", "SELECT 1")

    with pytest.raises(LogCountsAnew):
        services.seal_log(key=KEY, now=MONDAY)


def test_after_a_restore_new_rows_come_after_all_that_is_sealed(three_sealed, read):
    head = head_of_chain()
    assert head is not None

    services.count_from_here()
    row = read()

    assert written_in(row) > head.horizon


def written_in(row: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT written_in FROM access_accesslogentry WHERE id = %s", [row]
        )
        return cursor.fetchone()[0]


def table_of(row: int) -> str:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tableoid::regclass::text FROM access_accesslogentry WHERE id = %s",
            [row],
        )
        return cursor.fetchone()[0]


def test_history_is_put_in_its_own_month(read):
    assert table_of(read(LONG_AGO)) == "access_log_2019_05"


def test_the_last_evening_of_a_month_belongs_to_it_by_the_swedish_clock(read):
    assert table_of(read(at("2026-03-31 23:59"))) == "access_log_2026_03"


def test_months_are_made_ahead_once(db):
    services.make_months_ahead(now=at("2031-01-15 09:00"))

    assert services.make_months_ahead(now=at("2031-01-15 09:00")) == 0
    assert services.make_months_ahead(now=at("2031-02-15 09:00")) == 1


def test_an_old_month_is_taken_away_and_the_chain_still_holds(read):
    read(LONG_AGO)
    read()
    sealed()

    table = services.detach_month(month=date(2019, 5, 1), key=KEY, now=MONDAY)

    done = verify(key=KEY)
    assert table == "access_log_2019_05_detached"
    assert (done.findings, done.detached, done.rows) == ([], [date(2019, 5, 1)], 1)


def test_a_month_is_kept_for_five_years(read):
    read(at("2021-12-06 09:00"))

    with pytest.raises(LogMonthStillNeeded):
        services.detach_month(month=date(2021, 12, 1), key=KEY, now=MONDAY)


def test_a_month_that_is_not_sealed_is_not_taken_away(read):
    read(LONG_AGO)

    with pytest.raises(LogMonthNotWhole):
        services.detach_month(month=date(2019, 5, 1), key=KEY, now=MONDAY)
