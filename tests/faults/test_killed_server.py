"""The server and its database are killed while people write; nothing said is lost.

A message counts as acknowledged when the browser has been shown the page after it. Each
such message must be there once; one that was cut off may be there, but never twice.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread
from urllib.error import HTTPError
from uuid import UUID, uuid4

import psycopg
import pytest

from naravard.config.embedded import EmbeddedServer
from tests.faults.visitor import Visitor

ROOT = Path(__file__).resolve().parents[2]
WRITERS = ("ali", "ingrid", "ali", "ingrid")
KILLS = int(os.environ.get("NARAVARD_KILLS", "3"))
SECONDS_BETWEEN = 2.0
# However slow the machine: by then somebody must have had one message acknowledged.
SECONDS_TO_BE_HEARD = 120
# What a server says whose database has just been killed.
SERVER_IS_DOWN = {500, 502, 503}


class Server:
    """A server with a data directory of its own, to be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = _free_port()
        self.base = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **{k: v for k, v in os.environ.items() if k != "DATABASE_URL"},
            "NARAVARD_DATA": str(folder),
            "NARAVARD_MODE": "development",
            "PORT": str(self.port),
        }

    def build(self) -> None:
        """Migrate and fill the smallest county."""
        for command in (["migrate", "--verbosity", "0"], ["demo", "--small"]):
            self._naravard(*command).wait()

    def start(self) -> None:
        """Serve, and wait until the first page answers."""
        self.process = self._naravard("serve", "--without-lake")
        for _ in range(600):
            try:
                Visitor(self.base).get("/health")
            except OSError:
                time.sleep(0.1)
            else:
                return
        pytest.fail("The server did not come up.")

    def kill(self) -> None:
        """kill -9 to every process of the server and of its database, at once."""
        lock = self.folder / "postgres" / "postmaster.pid"
        postmaster = int(lock.read_text().splitlines()[0])
        os.killpg(self.process.pid, signal.SIGKILL)
        os.kill(postmaster, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Let it end by itself."""
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()

    def stored(self) -> Counter[UUID]:
        """How many times each free message is in the database."""
        database = EmbeddedServer(self.folder / "postgres", durable=True)
        database.start()
        with psycopg.connect(database.address) as connection:
            rows = connection.execute(
                "SELECT id FROM care_messages_message WHERE payload->>'subject' = %s",
                ["Under last"],
            ).fetchall()
        database.stop()
        return Counter(row[0] for row in rows)

    def _naravard(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "naravard", *arguments],
            cwd=ROOT,
            env=self.environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


class Writer(Thread):
    """Somebody who writes one message after another, through every interruption."""

    def __init__(self, server: Server, persona: str, enough: Event) -> None:
        super().__init__()
        self.server, self.persona, self.enough = server, persona, enough
        self.tried: list[UUID] = []
        self.acknowledged: list[UUID] = []

    def run(self) -> None:
        while not self.enough.is_set():
            try:
                self._write_until_cut_off()
            except HTTPError as answer:
                answer.close()
                if answer.code not in SERVER_IS_DOWN:
                    raise
            except OSError:
                time.sleep(0.2)

    def _write_until_cut_off(self) -> None:
        visitor = Visitor(self.server.base)
        visitor.sign_in(self.persona)
        case = next(
            link
            for link in visitor.get("/utskrivningar/?visa=vantar").links
            if link.startswith("/arenden/") and "gor" not in link
        )
        form = visitor.form(f"{case}gor/meddelande/")
        while not self.enough.is_set():
            message = uuid4()
            self.tried.append(message)
            told = {"subject": "Under last", "text": f"Nummer {len(self.tried)}"}
            answer = visitor.post(
                f"{case}gor/meddelande/",
                {**form, **told, "request_id": str(message)},
            )
            assert not answer.address.endswith("/meddelande/"), answer.text
            self.acknowledged.append(message)


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("killed")
    built = Server(folder)
    built.build()
    built.start()
    yield built
    built.stop()


@pytest.mark.faults
def test_what_was_acknowledged_survives_kill_9(server: Server) -> None:
    enough = Event()
    writers = [Writer(server, persona, enough) for persona in WRITERS]
    for writer in writers:
        writer.start()

    for _ in range(KILLS):
        _wait_until_somebody_is_heard(writers)
        time.sleep(SECONDS_BETWEEN)
        server.kill()
        server.start()
    _wait_until_somebody_is_heard(writers)
    enough.set()
    for writer in writers:
        writer.join()

    stored = server.stored()
    acknowledged = {each for writer in writers for each in writer.acknowledged}
    tried = {each for writer in writers for each in writer.tried}
    print(
        f"{KILLS} kills, {len(acknowledged)} acknowledged of {len(tried)} tried, "
        f"{len(stored)} stored"
    )
    assert len(acknowledged) > KILLS
    assert acknowledged <= stored.keys() <= tried
    assert max(stored.values()) == 1


def _wait_until_somebody_is_heard(writers: list[Writer]) -> None:
    """Until one more message is acknowledged: to cut off nobody proves nothing."""

    def heard() -> int:
        return sum(len(writer.acknowledged) for writer in writers)

    before, latest = heard(), time.monotonic() + SECONDS_TO_BE_HEARD
    while heard() == before:
        assert time.monotonic() < latest, "Nobody has been answered."
        time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
