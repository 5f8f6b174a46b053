"""The embedded PostgreSQL starts, is shared, and survives what people do to it."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from naravard.config.embedded import EmbeddedServer
from tests.architecture.source import ROOT

START_AND_WAIT = """
import sys
from pathlib import Path
from naravard.config.embedded import EmbeddedServer
server = EmbeddedServer(Path(sys.argv[1]), durable=False)
server.start()
print(server.address, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def server(folder):
    server = EmbeddedServer(folder / "postgres", durable=False)
    yield server
    server.start()
    server.stop()


@pytest.fixture
def somebody_else(server):
    """Another process that uses the same server."""
    process = subprocess.Popen(
        [sys.executable, "-c", START_AND_WAIT, str(server.directory)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    process.stdout.readline()
    yield process
    process.kill()
    process.communicate()


def ask(server: EmbeddedServer, question: str) -> object:
    with psycopg.connect(server.address) as connection:
        return connection.execute(question).fetchone()[0]


def tell(server: EmbeddedServer, statement: str) -> None:
    with psycopg.connect(server.address) as connection:
        connection.execute(statement)


def is_running(server: EmbeddedServer) -> bool:
    return (server.directory / "postmaster.pid").exists()


def test_it_starts_from_nothing_and_stops(server):
    server.start()

    answer = ask(server, "SELECT upper('åäö')")
    server.stop()

    assert answer == "ÅÄÖ"
    assert not is_running(server)


def test_what_was_written_is_there_the_next_time(server):
    server.start()
    tell(server, "CREATE TABLE kept AS SELECT 7 AS number")
    server.stop()

    server.start()

    assert ask(server, "SELECT number FROM kept") == 7


def test_it_keeps_running_while_somebody_else_uses_it(server, somebody_else):
    server.start()

    server.stop()

    assert is_running(server)


def test_somebody_who_was_killed_does_not_keep_it_running(server, somebody_else):
    server.start()
    somebody_else.kill()
    somebody_else.wait()

    server.stop()

    assert not is_running(server)


def test_it_starts_again_after_the_server_itself_was_killed(server):
    server.start()
    pid = int((server.directory / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, signal.SIGKILL)

    server.start()

    assert ask(server, "SELECT 1") == 1


@pytest.mark.parametrize(
    "content",
    ["", f"{os.getpid()}\n", "not a number\n"],
    ids=["empty", "another program", "no number"],
)
def test_a_stale_pid_file_is_not_believed(server, content):
    server.start()
    server.stop()
    (server.directory / "postmaster.pid").write_text(content)

    server.start()

    assert ask(server, "SELECT 1") == 1


def test_a_half_made_database_is_made_again(server):
    server.directory.mkdir()
    (server.directory / "PG_VERSION").write_text("18\n")
    server.directory.with_name("postgres.unfinished").touch()

    server.start()

    assert ask(server, "SELECT 1") == 1


def test_a_folder_with_a_long_name_and_spaces_will_do(folder):
    server = EmbeddedServer(folder / f"en mapp {'å' * 50}", durable=False)
    server.start()

    answer = ask(server, "SELECT 1")
    server.stop()

    assert answer == 1


def test_the_database_can_be_reached_by_its_owner_only(server):
    server.start()

    assert Path(server.directory).stat().st_mode & 0o077 == 0
