"""Makes the lake of the house's own facts each night; only what changed is written."""

import tempfile
from datetime import datetime
from pathlib import Path

from naravard.indicators.lake.gathering import write_facts
from naravard.indicators.lake.importing import import_lake
from naravard.indicators.lake.layout import LakeMark


def build_lake(*, lake: Path, secret: bytes, now: datetime) -> LakeMark:
    """Gather the facts and write the buckets that differ from last time.

    Tables that come from elsewhere are left as they are. Raises LakeNotValid.
    """
    with tempfile.TemporaryDirectory() as folder:
        write_facts(Path(folder), secret=secret)
        return import_lake(source=Path(folder), lake=lake, now=now, named="Nära")
