"""A backup holds every row and guard, opens for one key only, and comes back whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from psycopg import sql

from naravard.jobs.backup.errors import (
    BackupFileTaken,
    BackupFromLaterVersion,
    BackupNotMade,
    BackupUnreadable,
    NoBackupKey,
    NotRestored,
    TargetNotEmpty,
)
from naravard.jobs.backup.manifest import NOT_KEPT, Manifest, describe
from naravard.jobs.backup.place import Place, place_of
from naravard.jobs.backup.restoring import read_backup, restore
from naravard.jobs.backup.sealing import new_keys
from naravard.jobs.backup.taking import take_backup
from naravard.operation.models import Allowance
from naravard.web.signin.models import SignedInSession
from tests.house import at

NOW = at("2026-03-02 03:00")
RECIPIENT, IDENTITY = new_keys()
ANOTHER_IDENTITY = new_keys()[1]

HOUSE = """
CREATE TABLE django_migrations (app text, name text);
INSERT INTO django_migrations VALUES ('people', '0001_initial');
CREATE TABLE signin_signedinsession (session_key text);
INSERT INTO signin_signedinsession VALUES ('signed-in');
CREATE TABLE letter (id serial PRIMARY KEY, text text NOT NULL);
INSERT INTO letter (text) SELECT 'Brev nummer ' || n FROM generate_series(1, 5000) n;
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'only ever added to'; END $$;
CREATE TRIGGER letter_append_only BEFORE UPDATE OR DELETE ON letter
    FOR EACH ROW EXECUTE FUNCTION refuse();
ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
CREATE POLICY letter_of_somebody ON letter TO {role} USING (id > 0);
GRANT SELECT ON letter TO {role};
"""


@pytest.fixture(scope="module")
def server(django_db_setup: None) -> Place:
    return place_of(connection.settings_dict)


@contextmanager
def new_role(server: Place) -> Iterator[str]:
    """A role without a login that tables give rights to, as the runtime role is."""
    name = f"nara_test_{uuid4().hex[:12]}"
    with psycopg.connect(server.address, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(name)))
    yield name
    with psycopg.connect(server.address, autocommit=True) as admin:
        admin.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))


@contextmanager
def new_database(server: Place) -> Iterator[Place]:
    """An empty database of its own, and an owner who is no superuser."""
    name = f"nara_test_{uuid4().hex[:12]}"
    named = sql.Identifier(name)
    with psycopg.connect(server.address, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEROLE").format(named))
        admin.execute(
            sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(
                named, named
            )
        )
        yield Place(
            address=psycopg.conninfo.make_conninfo(
                server.address, dbname=name, user=name
            )
        )
        admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(named))
        admin.execute(sql.SQL("DROP ROLE {}").format(named))


@contextmanager
def new_house(server: Place) -> Iterator[tuple[Place, str]]:
    """A database with rows, a guard, a policy and a session, and the policy's role."""
    with new_role(server) as role, new_database(server) as database:
        with database.connect() as there:
            there.execute(HOUSE.format(role=role))
        yield database, role


@pytest.fixture(scope="module")
def house(server: Place) -> Iterator[Place]:
    """A house that tests only read."""
    with new_house(server) as (database, _):
        yield database


@pytest.fixture(scope="module")
def sealed(house: Place, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """What a backup of the house holds."""
    path = tmp_path_factory.mktemp("backups") / "nara.backup"
    take_backup(place=house, file=path, recipients=RECIPIENT, now=NOW)
    assert path.stat().st_mode & 0o077 == 0
    return path.read_bytes()


@pytest.fixture
def file(tmp_path: Path, sealed: bytes) -> Path:
    """A backup of the house, to do with as the test likes."""
    path = tmp_path / "nara.backup"
    path.write_bytes(sealed)
    return path


@pytest.fixture
def empty(server: Place) -> Iterator[Place]:
    with new_database(server) as database:
        yield database


@pytest.fixture
def used(server: Place) -> Iterator[Place]:
    """A house that somebody changes."""
    with new_house(server) as (database, _):
        yield database


def as_admin(server: Place, place: Place) -> Place:
    """The same database, entered by the server's own superuser."""
    name = psycopg.conninfo.conninfo_to_dict(place.address)["dbname"]
    return Place(address=psycopg.conninfo.make_conninfo(server.address, dbname=name))


def put_back(file: Path, place: Place, *, force: bool = False) -> Manifest:
    return restore(
        place=place,
        file=file,
        identity=IDENTITY,
        known_migrations=["people.0001_initial"],
        force=force,
    )


def seen(place: Place) -> Manifest:
    with place.connect() as there:
        return describe(there, version="", dumper=0, now=NOW)


def letters(place: Place) -> int:
    with place.connect() as there:
        return there.execute("SELECT count(*) FROM letter").fetchone()[0]


def test_every_row_and_guard_comes_back(file, house, empty):
    put_back(file, empty)

    assert seen(empty) == seen(house)
    assert letters(empty) == 5000
    assert len(seen(empty).guards) == 3


def test_what_is_append_only_is_so_after_a_restore(file, empty):
    put_back(file, empty)

    with empty.connect() as there, pytest.raises(psycopg.errors.RaiseException):
        there.execute("DELETE FROM letter")


def test_what_is_added_after_a_restore_gets_a_new_number(file, empty):
    put_back(file, empty)

    with empty.connect() as there:
        row = there.execute("INSERT INTO letter (text) VALUES ('') RETURNING id")

        assert row.fetchone()[0] == 5001


def test_nobody_is_signed_in_after_a_restore(file, empty):
    put_back(file, empty)

    with empty.connect() as there:
        assert there.execute("SELECT * FROM signin_signedinsession").fetchone() is None


def test_what_is_not_kept_is_our_own_sessions_and_allowances():
    tables = {SignedInSession._meta.db_table, Allowance._meta.db_table}

    assert tables == NOT_KEPT


def test_a_role_that_is_gone_is_made_again(server, empty, tmp_path):
    file = tmp_path / "nara.backup"
    with new_house(server) as (database, role):
        take_backup(place=database, file=file, recipients=RECIPIENT, now=NOW)
        with as_admin(server, database).connect() as there:
            there.execute(f"DROP OWNED BY {role}; DROP ROLE {role}")

        put_back(file, empty)

        assert seen(empty).roles == (role,)
        with as_admin(server, empty).connect() as there:
            there.execute(f"DROP OWNED BY {role}")


def test_the_file_tells_nothing_to_whoever_lacks_the_key(file):
    content = file.read_bytes()

    assert b"Brev" not in content
    assert b"letter" not in content


def test_another_key_does_not_open_it(file):
    with pytest.raises(BackupUnreadable):
        read_backup(file=file, identity=ANOTHER_IDENTITY)


def test_several_keys_may_open_it(house, tmp_path):
    second, second_identity = new_keys()
    file = tmp_path / "for-two.backup"

    take_backup(place=house, file=file, recipients=f"{RECIPIENT}, {second}", now=NOW)

    assert read_backup(file=file, identity=second_identity).rows == 5001


@pytest.mark.parametrize("key", ["", "AGE-SECRET-KEY-1NONE", "age1none"])
def test_what_is_no_key_is_told(file, key):
    with pytest.raises(NoBackupKey):
        read_backup(file=file, identity=key)


@pytest.mark.parametrize("recipients", ["", " , ", "age1none"])
def test_nothing_is_written_without_a_key_to_seal_for(house, tmp_path, recipients):
    with pytest.raises(NoBackupKey):
        take_backup(place=house, file=tmp_path / "none", recipients=recipients, now=NOW)

    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("kept", [0, 100, 20_000, -1])
def test_a_file_cut_short_is_refused(file, kept):
    file.write_bytes(file.read_bytes()[:kept])

    with pytest.raises(BackupUnreadable):
        read_backup(file=file, identity=IDENTITY)


def test_a_changed_byte_is_refused_and_nothing_written(file, empty):
    content = bytearray(file.read_bytes())
    content[-1000] ^= 1
    file.write_bytes(content)

    with pytest.raises(BackupUnreadable):
        put_back(file, empty)

    assert seen(empty).tables == {}


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(BackupUnreadable, match="går inte att läsa"):
        read_backup(file=tmp_path / "nowhere", identity=IDENTITY)


def test_a_backup_is_not_put_over_what_is_there(file, house):
    with pytest.raises(TargetNotEmpty):
        put_back(file, house)


def test_force_replaces_everything(file, used):
    with used.connect() as there:
        there.execute("INSERT INTO letter (text) VALUES ('written since')")
        there.execute("CREATE TABLE made_since (id int)")

    put_back(file, used, force=True)

    assert letters(used) == 5000
    assert "public.made_since" not in seen(used).tables


def test_a_restore_that_fails_changes_nothing(file, used, monkeypatch):
    monkeypatch.setattr("naravard.jobs.backup.restoring.LOCK_SECONDS", 1)
    with used.connect() as somebody_who_reads:
        somebody_who_reads.execute("SELECT 1 FROM letter")

        with pytest.raises(NotRestored, match="lock timeout"):
            put_back(file, used, force=True)

    assert letters(used) == 5000


def test_a_backup_from_a_later_version_is_refused(file, empty):
    with pytest.raises(BackupFromLaterVersion):
        restore(place=empty, file=file, identity=IDENTITY, known_migrations=[])


def test_a_backup_never_writes_over_a_file(file, house):
    before = file.read_bytes()

    with pytest.raises(BackupFileTaken):
        take_backup(place=house, file=file, recipients=RECIPIENT, now=NOW)

    assert file.read_bytes() == before


def test_a_dump_that_fails_leaves_no_file(house, tmp_path, monkeypatch):
    programs = tmp_path / "programs"
    programs.mkdir()
    script = programs / "pg_dump"
    script.write_text(
        '#!/bin/sh\n[ "$1" = --version ] && echo "pg_dump (PostgreSQL) 99.1" && exit\n'
        "echo half; echo 'the disk is full' >&2; exit 1\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("NARAVARD_POSTGRES_BIN", str(programs))

    with pytest.raises(BackupNotMade, match="the disk is full"):
        take_backup(place=house, file=tmp_path / "half", recipients=RECIPIENT, now=NOW)

    assert list(tmp_path.iterdir()) == [programs]


def test_an_older_program_than_the_server_is_refused(house, tmp_path, monkeypatch):
    script = tmp_path / "pg_dump"
    script.write_text('#!/bin/sh\necho "pg_dump (PostgreSQL) 12.1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("NARAVARD_POSTGRES_BIN", str(tmp_path))

    with pytest.raises(BackupNotMade, match="version 12"):
        take_backup(place=house, file=tmp_path / "f", recipients=RECIPIENT, now=NOW)


def test_a_password_is_on_no_command_line():
    place = place_of(
        {
            "HOST": "database.example",
            "PORT": "5432",
            "USER": "nara",
            "NAME": "county",
            "PASSWORD": "s@fe",
            "OPTIONS": {"sslmode": "require", "prepare_threshold": 3},
        }
    )

    assert "s@fe" not in place.address
    assert "s@fe" not in repr(place)
    assert place.environment()["PGPASSWORD"] == "s@fe"
    assert "sslmode=require" in place.address
    assert "prepare_threshold" not in place.address


@pytest.mark.django_db
def test_the_whole_house_comes_back(server, empty, tmp_path, monkeypatch):
    monkeypatch.setenv("NARAVARD_BACKUP_RECIPIENTS", RECIPIENT)
    monkeypatch.setenv("NARAVARD_BACKUP_IDENTITY", IDENTITY)
    file = tmp_path / "house.backup"
    said = StringIO()
    call_command("backup", str(file), stdout=said)

    name = psycopg.conninfo.conninfo_to_dict(empty.address)["dbname"]
    monkeypatch.setitem(connection.settings_dict, "NAME", name)
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    call_command("restore", str(file), stdout=said)

    assert seen(as_admin(server, empty)) == seen(server)
    assert "återställd och kontrollräknad" in said.getvalue()


def test_the_command_says_what_is_wrong_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.delenv("NARAVARD_BACKUP_IDENTITY", raising=False)
    (tmp_path / "x").touch()

    with pytest.raises(CommandError, match="Skapa ett nyckelpar"):
        call_command("restore", str(tmp_path / "x"), "--check")


def test_a_new_pair_of_keys_fits(tmp_path):
    said = StringIO()
    call_command("backup", "--new-key", stdout=said)
    words = said.getvalue().split()

    recipient = next(w for w in words if w.startswith("NARAVARD_BACKUP_RECIPIENTS="))
    identity = next(w for w in words if w.startswith("NARAVARD_BACKUP_IDENTITY="))

    assert recipient.partition("=")[2].startswith("age1")
    assert identity.partition("=")[2].startswith("AGE-SECRET-KEY-")
