"""Where blocks that are dear, and the same for every period, stand ready in the lake.

`prepared/home-1f3a2b4c5d6e/bucket=07/9c2e….parquet`: which block, a digest of the SQL
that makes it, whose bucket, and the state of the files it was made of. So a block that
has been rewritten, or a bucket whose facts have changed, is never read by mistake: it
is worked out when it is asked for, as if nothing stood ready.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from naravard.indicators.blocks import STANDS_ON
from naravard.indicators.engine.query import Blocks
from naravard.indicators.lake.layout import (
    BUCKETS,
    PREPARED_FOLDER,
    bucket_folder,
    state_of,
    table_files,
)
from naravard.indicators.schema import BY_NAME, Table

DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A block with the whole SQL that makes it."""

    name: str
    sql: str

    @property
    def folder(self) -> str:
        """Its folder: another SQL has another."""
        return f"{self.name}-{_digest(self.sql)}"

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables it is made of."""
        words = set(re.findall(r"\w+", self.sql))
        return tuple(BY_NAME[name] for name in sorted(words & set(BY_NAME)))


def fragment_of(blocks: Blocks, name: str) -> Fragment:
    """One of the blocks, with those it stands on."""
    below = [
        f"{each} AS ({sql})" for each, sql in blocks if each in STANDS_ON.get(name, ())
    ]
    own = dict(blocks)[name]
    return Fragment(name=name, sql=f"WITH {', '.join(below)} {own}" if below else own)


def fragment_path(folder: Path, fragment: Fragment, bucket: int) -> Path | None:
    """Where the fragment of a bucket stands, if it does; None when nobody is there."""
    files = [
        path
        for table in fragment.tables
        for path in table_files(folder, table, (bucket,))
    ]
    if not files:
        return None
    home = folder / PREPARED_FOLDER / fragment.folder / bucket_folder(bucket)
    return home / f"{state_of(folder, map(Path, files))}.parquet"


def ready_files(
    folder: Path, fragment: Fragment, buckets: Sequence[int] | None
) -> list[str]:
    """The files of the fragment; none unless it stands ready for all of the buckets."""
    paths = [
        path
        for bucket in buckets or range(BUCKETS)
        if (path := fragment_path(folder, fragment, bucket)) is not None
    ]
    return [str(path) for path in paths] if all(map(Path.is_file, paths)) else []


def _digest(text: str) -> str:
    plain = " ".join(text.split())
    return hashlib.sha256(plain.encode()).hexdigest()[:DIGITS]
