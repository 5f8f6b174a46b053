"""Puts a backup back: everything in one transaction, or nothing."""

import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import IO

from psycopg import sql

from naravard.jobs.backup.errors import (
    BackupFromLaterVersion,
    BackupUnreadable,
    NotRestored,
    RestoredUnlike,
    TargetNotEmpty,
)
from naravard.jobs.backup.manifest import (
    FORMAT,
    Manifest,
    describe,
    has_tables,
    read_line,
)
from naravard.jobs.backup.place import Place, program
from naravard.jobs.backup.sealing import Sink, unseal

LONGEST_FIRST_LINE = 1_000_000  # bytes; a manifest is some tens of thousands
LOCK_SECONDS = 10  # how long to wait for somebody who still uses a table

SCHEMAS = r"""
SELECT nspname FROM pg_namespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
"""


@dataclass(slots=True)
class _Nowhere:
    """Takes bytes and keeps none."""

    def write(self, part: bytes, /) -> object:
        """Count them as taken."""
        return len(part)

    def flush(self) -> object:
        """Nothing is held back."""
        return None


@dataclass(slots=True)
class _AfterFirstLine:
    """Keeps the first line and passes the rest on."""

    rest: Sink
    line: bytes | None = None
    _begun: list[bytes] = field(default_factory=list)

    def write(self, part: bytes, /) -> int:
        """Take the next bytes. Raises BackupUnreadable when no line ends."""
        part = bytes(part)
        if self.line is not None:
            self.rest.write(part)
            return len(part)
        self._begun.append(part)
        text = b"".join(self._begun)
        line, end, rest = text.partition(b"\n")
        if end:
            self.line = line
            self.rest.write(rest)
        elif len(text) > LONGEST_FIRST_LINE:
            read_line(b"")
        return len(part)

    def flush(self) -> None:
        """Nothing is held back here."""
        self.rest.flush()


def read_backup(*, file: Path, identity: str) -> Manifest:
    """Read a backup from end to end and say what it holds; writes nothing.

    Raises BackupUnreadable and NoBackupKey.
    """
    split = _AfterFirstLine(_Nowhere())
    with _opened(file) as sealed:
        unseal(sealed, split, identity)
    return read_line(split.line or b"")


def restore(
    *,
    place: Place,
    file: Path,
    identity: str,
    known_migrations: Iterable[str],
    force: bool = False,
) -> Manifest:
    """Put a backup back in an empty database; `force` empties it first.

    The file is read to its end before anything is written, and what was written is
    counted afterwards. Raises BackupUnreadable, NoBackupKey, BackupFromLaterVersion,
    TargetNotEmpty, NotRestored and RestoredUnlike.
    """
    manifest = read_backup(file=file, identity=identity)
    _check_versions(manifest, frozenset(known_migrations), _server_of(place))
    emptying = _emptying(place, force=force)
    _pour(place, file, identity, [*_roles(place, manifest), *emptying])
    _check_same(place, manifest)
    return manifest


def _opened(file: Path) -> IO[bytes]:
    try:
        return file.open("rb")
    except OSError as problem:
        raise BackupUnreadable(
            f"{file} går inte att läsa: {problem.strerror}.",
            remedy="Kontrollera namn och rättigheter.",
        ) from problem


def _server_of(place: Place) -> int:
    with place.connect() as connection:
        return connection.info.server_version // 10_000


def _check_versions(manifest: Manifest, known: frozenset[str], server: int) -> None:
    unknown = sorted(set(manifest.migrations) - known)
    if manifest.format > FORMAT or unknown:
        raise BackupFromLaterVersion(
            f"Säkerhetskopian är gjord med en senare Nära ({manifest.version}).",
            remedy="Installera samma eller en senare version och försök igen.",
        )
    if max(manifest.server, manifest.dumper) > server:
        raise BackupFromLaterVersion(
            f"Säkerhetskopian är gjord för PostgreSQL "
            f"{max(manifest.server, manifest.dumper)}, databasen är {server}.",
            remedy="Återställ i en databas av samma eller senare version.",
        )


def _emptying(place: Place, *, force: bool) -> list[str]:
    """The statements that make room. Raises TargetNotEmpty unless forced."""
    with place.connect() as connection:
        if not has_tables(connection):
            return []
        if not force:
            raise TargetNotEmpty(
                "Databasen är inte tom.",
                remedy=(
                    "Återställ i en tom databas, eller ersätt allt som finns i den "
                    "med --force."
                ),
            )
        schemas = [row[0] for row in connection.execute(SCHEMAS).fetchall()]
        dropped = [
            sql.SQL("DROP SCHEMA {} CASCADE").format(sql.Identifier(name))
            for name in schemas
        ]
        made = sql.SQL("CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC")
        return [
            f"SET lock_timeout = '{LOCK_SECONDS}s'",
            *(each.as_string(connection) for each in (*dropped, made)),
        ]


def _roles(place: Place, manifest: Manifest) -> list[str]:
    """The statements that make the roles which the backup gives rights to."""
    with place.connect() as connection:
        rows = connection.execute("SELECT rolname FROM pg_roles").fetchall()
        there = {row[0] for row in rows}
        return [
            sql.SQL("CREATE ROLE {} NOLOGIN")
            .format(sql.Identifier(name))
            .as_string(connection)
            for name in manifest.roles
            if name not in there
        ]


def _pour(place: Place, file: Path, identity: str, before: list[str]) -> None:
    """Sealed file → pg_restore → psql, which is told to commit only at a whole end."""
    to_database = [
        *(program("psql"), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1"),
        *("--output=/dev/null", f"--dbname={place.address}", "--file=-"),
    ]
    with tempfile.TemporaryFile("w+") as complaints:
        with subprocess.Popen(
            to_database,
            stdin=subprocess.PIPE,
            stderr=complaints,
            env=place.environment(),
        ) as database:
            whole = _tell(database, file, identity, before, complaints)
        if database.returncode or not whole:
            complaints.seek(0)
            raise NotRestored(
                f"Återställningen avbröts och inget ändrades. {complaints.read()}",
                remedy="Stoppa det som använder databasen, rätta felet, försök igen.",
            )


def _tell(
    database: subprocess.Popen[bytes],
    file: Path,
    identity: str,
    before: list[str],
    complaints: IO[str],
) -> bool:
    """Everything between BEGIN and COMMIT; whether it came to the COMMIT."""
    if database.stdin is None:  # it was asked for
        raise AssertionError
    statements = "".join(f"{each};\n" for each in ("BEGIN", *before))
    try:
        database.stdin.write(statements.encode())
        database.stdin.flush()
        whole = _unpack(file, identity, database.stdin, complaints)
        if whole:
            database.stdin.write(b"\nCOMMIT;\n")
        database.stdin.close()
    except BrokenPipeError:  # psql has stopped and said why
        return False
    return whole


def _unpack(file: Path, identity: str, script: IO[bytes], complaints: IO[str]) -> bool:
    """The dump as statements on the script's stream; whether all of it came."""
    with (
        _opened(file) as sealed,
        subprocess.Popen(
            [program("pg_restore"), "--no-owner", "--file=-"],
            stdin=subprocess.PIPE,
            stdout=script,
            stderr=complaints,
        ) as unpacking,
    ):
        if unpacking.stdin is None:  # it was asked for
            raise AssertionError
        unseal(sealed, _AfterFirstLine(unpacking.stdin), identity)
        unpacking.stdin.close()
        return unpacking.wait() == 0


def _check_same(place: Place, manifest: Manifest) -> None:
    """Count again, and bring the planner's figures up to date."""
    with place.connect() as connection:
        found = describe(
            connection,
            version=manifest.version,
            dumper=manifest.dumper,
            now=datetime.fromisoformat(manifest.made_at),
        )
    with place.connect() as connection:
        connection.execute("ANALYZE")
    if (found.tables, found.guards) != (manifest.tables, manifest.guards):
        raise RestoredUnlike(
            "Det återställda stämmer inte med vad säkerhetskopian säger att den höll.",
            remedy="Använd inte databasen. Återställ en annan kopia och spara båda.",
        )
