"""A small county's lake of invented contacts, with the same things planted."""

from datetime import UTC, date, datetime
from pathlib import Path

from naravard.demo.lake.generator import write_contacts
from naravard.demo.lake.planted import Planted, read_planted, window_before

FILE = Path(__file__).parents[3] / "counties" / "lake" / "vastmanland.toml"
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def planted() -> Planted:
    """What is planted in the practice county."""
    return read_planted(FILE)


def small_lake(folder: Path, *, persons: int) -> Path:
    """Write so many persons' contacts, all from sixty years of age.

    The old have most contacts; every other lives where something changed.
    They are in four buckets only, since many small files take long to open.
    """
    folder.mkdir(exist_ok=True)
    told = planted()
    window = window_before(TODAY, told.months)
    places = [*told.waiting_by_municipality]
    listed = ", ".join(f"'{code}'" for code in places)
    inhabitants = f"""
        SELECT CAST(i * 64 + i % 4 AS BIGINT) AS pid,
          DATE '1966-01-01' - CAST(hash(i, 'age') % 12000 AS INTEGER) AS birth,
          CASE WHEN i % 2 = 0 THEN '1981'
            ELSE [{listed}][1 + CAST(hash(i, 'muni') % 10 AS INTEGER)] END AS muni,
          'vc-' || (i % 6) AS unit, hash(i, 'interpreter') % 100 < 12 AS interpreter
        FROM range({persons}) AS t(i)
    """
    write_contacts(folder, inhabitants, told, window, now=NOW, threads=1)
    return folder
