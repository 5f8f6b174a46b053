"""A whole Nära of its own, on this machine, to be harmed and looked at afterwards.

A PostgreSQL that keeps what it has acknowledged, page servers behind no proxy, the
clockwork beside them, and an invented county with people who are signed in.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID

import psycopg

from naravard.config.embedded import EmbeddedServer

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60
# As `naravard serve` starts them, but one process each: two servers share the work.
GUNICORN = (
    *("--workers", "1", "--threads", "6", "--preload"),
    *("--timeout", "60", "--graceful-timeout", "5", "--keep-alive", "5"),
    *("--log-level", "critical", "--no-control-socket"),
)
WRITERS_CASES = """
SELECT a.id, p.unit_id, c.id, ward.id = p.unit_id,
    array(SELECT o.unit_id FROM discharge_caseparty o WHERE o.case_id = c.id
        AND o.unit_id <> p.unit_id AND o.told_at IS NOT NULL AND o.left_at IS NULL),
    c.person_id, (SELECT i.value FROM people_personidentifier i
        WHERE i.person_id = c.person_id AND i.current ORDER BY i.id DESC LIMIT 1)
FROM discharge_dischargecase c
JOIN discharge_caseparty p ON p.case_id = c.id
JOIN people_careunit ward ON ward.id = c.ward_id
JOIN people_assignment a ON a.unit_id = p.unit_id
WHERE c.planning_consent = 'given' AND p.told_at IS NOT NULL AND p.left_at IS NULL
ORDER BY a.id, c.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One case as one signed-in person at one unit works with it."""

    assignment: UUID
    unit: UUID
    case: UUID
    is_ward: bool
    others: tuple[UUID, ...]
    person: UUID
    number: str
    cookie: str


@dataclass(slots=True)
class Scene:
    """Everything that runs, by name, and how to start and kill it."""

    folder: Path
    settings: dict[str, str] = field(default_factory=dict)
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    ports: dict[str, int] = field(default_factory=dict)
    _database: EmbeddedServer | None = None

    @property
    def database(self) -> EmbeddedServer:
        """The server of this scene, durable as in operation."""
        if self._database is None:
            self._database = EmbeddedServer(self.folder / "postgres", durable=True)
        return self._database

    @property
    def address(self) -> str:
        """Where the database is."""
        return self.settings.get("DATABASE_URL") or self.database.address

    @property
    def environment(self) -> dict[str, str]:
        """What every process of the scene is told."""
        return {
            **os.environ,
            "DATABASE_URL": self.address,
            "NARAVARD_MODE": "development",
            "NARAVARD_PROXIES": "1",
            **self.settings,
        }

    def connect(self) -> "psycopg.Connection[tuple[object, ...]]":
        """As the owner, to look at what is there."""
        return psycopg.connect(self.address, autocommit=True, connect_timeout=10)

    def start_pages(self, name: str) -> None:
        """Begin to start one page server; `wait_for` says when it answers."""
        port = self.ports.setdefault(name, free_port())
        program = (sys.executable, "-m", "gunicorn")
        config = ("--config", "python:naravard.config.gunicorn", *GUNICORN)
        self._spawn(name, *program, *config, "--bind", f"127.0.0.1:{port}")

    def start_command(self, name: str, *arguments: str) -> None:
        """Begin one of the commands that run beside the pages."""
        self._spawn(name, sys.executable, "-m", "naravard", *arguments)

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """Run a command of Nära's to its end and return what it said."""
        return subprocess.run(
            [sys.executable, "-m", "naravard", *arguments],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def wait_for(self, name: str) -> None:
        """Return when the page server answers; it may take half a minute."""
        until = time.monotonic() + SECONDS_TO_START
        while not answers(self.ports[name]):
            if time.monotonic() > until:
                raise SystemExit(f"{name} svarar inte.")
            time.sleep(0.05)

    def kill(self, name: str) -> None:
        """kill -9 to a process and all it has started, at once."""
        process = self.running.pop(name, None)
        if process is not None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def kill_database(self) -> None:
        """kill -9 to the postmaster, then to whatever of its processes is left."""
        directory = self.database.directory
        lock = directory / "postmaster.pid"
        os.kill(int(lock.read_text().splitlines()[0]), signal.SIGKILL)
        for process in processes_in(directory):
            kill_one(process)

    def stop(self) -> None:
        """End everything."""
        for name in tuple(self.running):
            self.kill(name)
        for process in processes_in(self.database.directory):
            kill_one(process)

    def _spawn(self, name: str, *command: str) -> None:
        with (self.folder / f"{name}.log").open("ab") as said:
            self.running[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
            )


@contextmanager
def new_scene() -> Iterator[Scene]:
    """A scene in a directory of its own, which is removed with all that ran in it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = Path(mkdtemp(prefix="naravard-faults-"))
    print(f"Bygger i {folder} …", flush=True)
    scene = Scene(folder)
    try:
        yield scene
    finally:
        scene.stop()
        shutil.rmtree(folder)


def build(
    scene: Scene, *, municipalities: int, receiver: str = "", staff_a_unit: int = 1
) -> None:
    """An invented county, whose homecoming units have a system of their own."""
    from benchmarks import world

    scene.database.start()
    os.environ["DATABASE_URL"] = scene.address
    os.environ["DJANGO_SETTINGS_MODULE"] = "naravard.config.settings"
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", verbosity=0)
    from naravard.core import clock

    world.build(municipalities, now=clock.now(), staff_a_unit=staff_a_unit)
    connection.close()
    with scene.connect() as database:
        database.execute(
            "UPDATE people_careunit SET delivery_url = %s WHERE key LIKE 'hemgang-%%'",
            [receiver],
        )


def serve(scene: Scene) -> int:
    """Everything, as `naravard serve` starts it; returns the port that answers."""
    port = scene.ports.setdefault("serve", free_port())
    scene.start_command("serve", "serve", "--port", str(port))
    scene.wait_for("serve")
    return port


def desks(scene: Scene) -> list[Desk]:
    """Every case with every unit that works with it, each person signed in once."""
    with scene.connect() as database:
        rows = database.execute(WRITERS_CASES).fetchall()
    cookies = {row[0]: "" for row in rows}
    for assignment in cookies:
        cookies[assignment] = sign_in(assignment)
    return [
        Desk(
            assignment=row[0],
            unit=row[1],
            case=row[2],
            is_ward=row[3],
            others=tuple(row[4]),
            person=row[5],
            number=str(row[6]),
            cookie=cookies[row[0]],
        )
        for row in rows
        if row[4]
    ]


def sign_in(assignment: UUID) -> str:
    """A session as signing in makes it; returns the cookie's value."""
    from django.db import connection

    from naravard.web import actor
    from naravard.web.signin.session import ACTOR, SHOWN, Shown
    from naravard.web.signin.store import SessionStore

    session = SessionStore()
    session[ACTOR] = actor.staff(assignment)
    session[SHOWN] = asdict(
        Shown(
            name="Maja Lind",
            role="samordnare",
            organisation="Kommunen",
            unit="Samordning hemgång",
            caregiver="K",
            face="staff",
        )
    )
    session.save()
    connection.close()
    return str(session.session_key)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(port: int) -> bool:
    """Whether somebody listens there now."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def processes_in(directory: Path) -> list[int]:
    """The processes that stand in a directory, as every PostgreSQL does."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.readlink(process / "cwd") == str(directory):
                found.append(int(process.name))
        except OSError:  # it has ended
            continue
    return found


def kill_one(process: int) -> None:
    """kill -9 to one process, if it is still there."""
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return
