"""The primary is killed and its replica promoted, again and again, while people write.

The replica streams over a socket of this machine, and the primary waits for it before a
write is acknowledged. The page servers know both addresses and find the new primary by
themselves. The fallen one is then copied anew and becomes the replica.
"""

import os
import shutil
import signal
import time
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from pathlib import Path
from threading import Event

import psycopg

from benchmarks.faults import looking
from benchmarks.faults.scene import Scene, build, kill_one, new_scene, processes_in
from benchmarks.faults.writers import Book, hire, wait_for_writes
from naravard.config.embedded import EmbeddedServer

PAGES = ("sidor-1", "sidor-2")
ENOUGH_WRITES = 20  # acknowledged between two promotions
SECONDS_TO_STREAM = 60
STREAMING = "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"


def options(parser: ArgumentParser) -> None:
    """How many times."""
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--writers", type=int, default=4)


@dataclass(slots=True)
class Pair:
    """Two servers, of which one is the primary at any moment."""

    primary: EmbeddedServer
    replica: EmbeddedServer

    @property
    def address(self) -> str:
        """Both, for whoever wants the one that can be written to."""
        hosts = ",".join(str(each.directory) for each in (self.primary, self.replica))
        return (
            f"postgresql://postgres@/postgres?host={hosts}"
            "&target_session_attrs=read-write&connect_timeout=5"
        )

    def follow(self) -> None:
        """Copy the primary, start the copy as its replica, and wait for it always."""
        directory = self.replica.directory
        self.say("ALTER SYSTEM RESET synchronous_standby_names")
        shutil.rmtree(directory, ignore_errors=True)
        self.replica._prepare_for_root()
        self.replica._run(
            *("pg_basebackup", "-h", str(self.primary.directory), "-U", "postgres"),
            *("-R", "-X", "stream", "-c", "fast"),
        )
        self.replica.start()
        self.say("ALTER SYSTEM SET synchronous_standby_names = '*'")
        until = time.monotonic() + SECONDS_TO_STREAM
        while not self.ask(STREAMING):
            if time.monotonic() > until:
                raise SystemExit("Repliken följer inte.")
            time.sleep(0.1)

    def fall(self) -> None:
        """kill -9 to the primary, and let the replica take over."""
        directory = self.primary.directory
        lock = directory / "postmaster.pid"
        os.kill(int(lock.read_text().splitlines()[0]), signal.SIGKILL)
        for process in processes_in(directory):
            kill_one(process)
        self.replica._run("pg_ctl", "promote")
        self.primary, self.replica = self.replica, self.primary
        self.say("ALTER SYSTEM RESET synchronous_standby_names")

    def say(self, order: str) -> None:
        """Change a setting of the primary, at once."""
        with psycopg.connect(self.primary.address, autocommit=True) as database:
            database.execute(order)
            database.execute("SELECT pg_reload_conf()")

    def ask(self, question: str) -> object:
        """The one answer of the primary."""
        with psycopg.connect(self.primary.address) as database:
            row = database.execute(question).fetchone()
        return row[0] if row else None


def run(chosen: Namespace) -> bool:
    """Promote so many times and print what was found; True when nothing was lost."""
    with new_scene() as scene:
        build(scene, municipalities=2)
        first = scene.database
        second = EmbeddedServer(Path(scene.folder / "replik"), durable=True)
        pair = Pair(primary=first, replica=second)
        try:
            pair.follow()
            scene.settings["DATABASE_URL"] = pair.address
            return _promote(scene, pair, chosen)
        finally:
            for server in (first, second):
                for process in processes_in(server.directory):
                    kill_one(process)


def _promote(scene: Scene, pair: Pair, chosen: Namespace) -> bool:
    for name in PAGES:
        scene.start_pages(name)
    for name in PAGES:
        scene.wait_for(name)
    book, enough = Book(), Event()
    writers = hire(scene, book, enough, count=chosen.writers)
    away: list[float] = []
    for _ in range(chosen.rounds):
        wait_for_writes(book, ENOUGH_WRITES)
        fell_at = time.monotonic()
        pair.fall()
        wait_for_writes(book, 1)
        away.append(time.monotonic() - fell_at)
        pair.follow()
    wait_for_writes(book, ENOUGH_WRITES)
    enough.set()
    for writer in writers:
        writer.join()
    for name in PAGES:
        scene.kill(name)
    return _report(scene, book, away)


def _report(scene: Scene, book: Book, away: list[float]) -> bool:
    found = looking.compare(scene, book.writes)
    refused = looking.refusals(book)
    half = looking.half_written(scene)
    print(
        f"Primären dödad och repliken befordrad {len(away)} gånger under last; "
        f"ny skrivning efter {min(away):.1f}–{max(away):.1f} s."
    )
    print(f"  {found}; {len(book.writes)} försökta.")
    print(f"  {half} halvt skrivna meddelanden, {len(refused)} oväntade nej.")
    for write in refused[:3]:
        print("  ", " ".join(write.refused.split())[:600])
    whole = looking.log_is_whole(scene)
    return whole and not (found.lost or found.doubled or half or refused)
