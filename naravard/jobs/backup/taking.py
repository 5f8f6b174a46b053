"""Takes a backup: one moment of the whole database, sealed before it meets a disk."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

from psycopg import Connection

from naravard.jobs.backup.errors import BackupFileTaken, BackupNotMade
from naravard.jobs.backup.manifest import NOT_KEPT, Manifest, describe
from naravard.jobs.backup.place import Place, program
from naravard.jobs.backup.sealing import seal

ONLY_THE_OWNER = 0o600


@dataclass(slots=True)
class _Headed:
    """A stream that begins with the manifest and goes on with the dump."""

    head: bytes
    rest: IO[bytes]

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`."""
        if not self.head:
            return self.rest.read(size)
        length = len(self.head) if size < 0 else size
        part, self.head = self.head[:length], self.head[length:]
        return part


def take_backup(
    *, place: Place, file: Path, recipients: str, now: datetime
) -> Manifest:
    """Write the whole database, sealed, to a new file, and say what it holds.

    Raises BackupFileTaken, BackupNotMade and NoBackupKey; then no file is left.
    """
    if file.exists():
        raise BackupFileTaken(
            f"{file} finns redan.",
            remedy="Välj ett nytt namn. Nära skriver aldrig över en fil.",
        )
    dumper = dump_version()
    with place.connect() as connection:
        snapshot = _one_moment(connection)
        _check_programs(connection, dumper)
        found = describe(
            connection, version=version("naravard"), dumper=dumper, now=now
        )
        with _whole_or_not_at_all(file) as sealed:
            _dump(place, snapshot, found, sealed, recipients)
    return found


def dump_version() -> int:
    """The major version of the pg_dump in use. Raises BackupNotMade without one."""
    try:
        answer = subprocess.run(
            [program("pg_dump"), "--version"],
            capture_output=True,
            check=True,
            text=True,
        )
    except OSError as problem:
        raise BackupNotMade(
            "Programmet pg_dump finns inte.",
            remedy="Sätt NARAVARD_POSTGRES_BIN till katalogen där det ligger.",
        ) from problem
    return int(answer.stdout.split()[2].partition(".")[0])


def _one_moment(connection: Connection[tuple[Any, ...]]) -> str:
    """Holds one moment still, and names it so that pg_dump reads the same one."""
    connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    row = connection.execute("SELECT pg_export_snapshot()").fetchone()
    return str(row[0]) if row else ""


def _check_programs(connection: Connection[tuple[Any, ...]], dumper: int) -> None:
    server = connection.info.server_version // 10_000
    if dumper < server:
        raise BackupNotMade(
            f"pg_dump är version {dumper} men databasen är PostgreSQL {server}.",
            remedy="Sätt NARAVARD_POSTGRES_BIN till serverns egna program.",
        )


@contextmanager
def _whole_or_not_at_all(file: Path) -> Iterator[IO[bytes]]:
    """A file that gets its name when it is whole and on disk, and is gone otherwise."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    unfinished = Path(name)
    try:
        with open(descriptor, "wb") as stream:
            unfinished.chmod(ONLY_THE_OWNER)
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.rename(file)
    finally:
        unfinished.unlink(missing_ok=True)


def _dump(
    place: Place,
    snapshot: str,
    manifest: Manifest,
    sealed: IO[bytes],
    recipients: str,
) -> None:
    command = [
        *(program("pg_dump"), "--format=custom", "--no-owner"),
        *(f"--exclude-table-data=public.{table}" for table in sorted(NOT_KEPT)),
        f"--snapshot={snapshot}",
        f"--dbname={place.address}",
    ]
    with (
        tempfile.TemporaryFile("w+") as complaints,
        subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=complaints,
            env=place.environment(),
        ) as dump,
    ):
        if dump.stdout is None:  # it was asked for above
            raise AssertionError
        seal(_Headed(manifest.line(), dump.stdout), sealed, recipients)  # type: ignore[arg-type]
        if dump.wait():
            complaints.seek(0)
            raise BackupNotMade(
                f"pg_dump misslyckades: {complaints.read().strip()}",
                remedy="Ingen säkerhetskopia skapades. Åtgärda felet och försök igen.",
            )
