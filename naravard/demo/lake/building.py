"""Makes the invented county's lake: its own facts, and three years of contacts."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from naravard.core.clock import day_of
from naravard.demo.lake.generator import write_contacts
from naravard.demo.lake.planted import Planted, window_before
from naravard.indicators.computing import countable
from naravard.indicators.engine.preparing import prepare_lake
from naravard.indicators.fragments import literal
from naravard.indicators.lake.building import build_lake
from naravard.indicators.lake.layout import LakeMark, is_lake, read_mark

Tell = Callable[[str, int], None]
# Who lives in the county, as the house's own facts tell it.
INHABITANTS = """
SELECT p.pid, p.birth, p.muni, l.unit, p.interpreter
FROM read_parquet({person}) AS p
LEFT JOIN read_parquet({listing}) AS l ON l.pid = p.pid
WHERE p.dead IS NULL AND p.birth IS NOT NULL
"""
MADE_FOR = "made-for.txt"  # beside lake.json: the month and the file it was made of


def build_demo_lake(
    *,
    lake: Path,
    planted: Planted,
    secret: bytes,
    now: datetime,
    tell: Tell = lambda _name, _rows: None,
) -> LakeMark:
    """Write the lake; our own discharges stay, and the rest is drawn.

    The persons are the county's, under the same pseudonyms as in its own facts.
    """
    build_lake(lake=lake, secret=secret, now=now)
    window = window_before(day_of(now), planted.months)
    inhabitants = INHABITANTS.format(
        person=literal(str(lake / "person" / "*" / "*.parquet")),
        listing=literal(str(lake / "listing" / "*" / "*.parquet")),
    )
    mark = write_contacts(lake, inhabitants, planted, window, now=now, tell=tell)
    prepare_lake(lake, countable())
    (lake / MADE_FOR).write_text(_made_for(planted, now), encoding="utf-8")
    return mark


def is_up_to_date(*, lake: Path, planted: Planted, now: datetime) -> bool:
    """Whether the lake was made this month, of the same file, and is whole."""
    made = lake / MADE_FOR
    return (
        is_lake(lake)
        and made.is_file()
        and made.read_text(encoding="utf-8") == _made_for(planted, now)
        and "visit" in read_mark(lake).rows
    )


def _made_for(planted: Planted, now: datetime) -> str:
    digest = hashlib.sha256(repr(planted).encode()).hexdigest()
    return f"{day_of(now):%Y-%m} {digest}\n"
