"""Makes a lake of invented persons of any number, written bucket by bucket.

Everything follows from the person's number by a hash, so the same call gives the same
lake. It is made to be counted over, not to be believed: rates are of the right size,
and nothing depends on anything but age. Home visits are made for the year's last four
weeks only, which is where they are counted.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import duckdb

from naravard.indicators.computing import countable
from naravard.indicators.engine.prepared import fragment_path
from naravard.indicators.engine.preparing import fragments_of, prepare_lake
from naravard.indicators.lake.layout import BUCKETS, MARK, bucket_folder, snapshot_of
from naravard.indicators.lake.normalising import parts_of
from naravard.indicators.municipalities import MUNICIPALITIES
from naravard.indicators.schema import BY_NAME, Table

# Ages: share of the population below each age, cumulated.
AGES = (
    (0.205, 0, 18),
    (0.60, 18, 55),
    (0.78, 55, 66),
    (0.945, 66, 80),
    (1.01, 80, 100),
)


def make_lake(
    folder: Path,
    *,
    persons: int,
    municipalities: list[str] | None = None,
    year: int = 2024,
    stride: int = 1,
    threads: int = 1,
    real: int = BUCKETS,
    years: int = 2,
) -> None:
    """Write a year of events (and a year before, of stays and visits).

    With more `years` visits and stays go further back, two years at a time.

    `stride` 16 puts everybody in four buckets, for small lakes in tests. `real` buckets
    are made, and the others are the same files again: what a part of the lake costs is
    the same, and a nation is made in minutes. A part must hold no bucket twice.
    """
    connection = duckdb.connect()
    connection.execute("SET enable_progress_bar = false")
    connection.execute(f"SET threads = {threads}")
    _draw(connection, year, back=0)
    _municipalities(connection, municipalities or sorted(MUNICIPALITIES))
    rows: dict[str, int] = {}
    made = sorted({(number * stride) % BUCKETS for number in range(BUCKETS)})
    for bucket in made[:real]:
        connection.execute(
            "CREATE OR REPLACE TEMP TABLE person_raw AS "
            + _persons(persons, stride, bucket, year)
        )
        for name, written in _bucket(connection, folder, bucket, year, years):
            rows[name] = rows.get(name, 0) + written
    for name in EVENTS:
        if _linked(folder / name, real):
            rows[name] = rows[name] * BUCKETS // real
    for name, sql in UNITS.items():
        rows[name] = _write(connection, name, sql, folder / name, year)
    mark = {
        "layout": 1,
        "source": f"invented, {persons} persons",
        "made_at": f"{year}-12-31T00:00:00",
        "snapshot": snapshot_of(folder),
        "rows": rows,
    }
    (folder / MARK).write_text(json.dumps(mark), encoding="utf-8")
    prepare(folder, real)


def prepare(folder: Path, real: int = BUCKETS) -> None:
    """Make ready what may be; the buckets that are links get links of that too."""
    prepare_lake(folder, countable(), range(real))
    for fragment in fragments_of(countable()):
        for bucket in range(real, BUCKETS):
            copy = fragment_path(folder, fragment, bucket)
            made = fragment_path(folder, fragment, bucket % real)
            if copy and made and not copy.is_file():
                copy.parent.mkdir(parents=True, exist_ok=True)
                os.link(made, copy)


def _bucket(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    bucket: int,
    year: int,
    years: int,
) -> Iterator[tuple[str, int]]:
    """Write one bucket's events, two years at a time: table and rows."""
    for back in range(0, years, 2):
        _draw(connection, year, back=back)
        for name in EVENTS if not back else OVER_MANY_YEARS:
            place = folder / name / bucket_folder(bucket)
            yield name, _write(connection, name, EVENTS[name], place, year)
    _draw(connection, year, back=0)


def _draw(connection: duckdb.DuckDBPyConnection, year: int, *, back: int) -> None:
    """Two years' chance: other events other years, of the same persons."""
    salt = f", {back}" if back else ""
    connection.execute(
        f"CREATE OR REPLACE MACRO u(a, b) AS (hash(a, b{salt}) % 1000003) / 1000003.0"
    )
    connection.execute(
        f"CREATE OR REPLACE MACRO day_in(a, b) AS DATE '{year - back - 1}-01-01'"
        " + CAST(floor(u(a, b) * 731) AS INTEGER)"
    )


def _linked(home: Path, real: int) -> bool:
    """Give the buckets that were not made the files of those that were."""
    for bucket in range(real, BUCKETS):
        for path in (home / bucket_folder(bucket % real)).rglob("*.parquet"):
            inside = path.relative_to(home / bucket_folder(bucket % real))
            copy = home / bucket_folder(bucket) / inside
            copy.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, copy)
    return real < BUCKETS


def _municipalities(connection: duckdb.DuckDBPyConnection, codes: list[str]) -> None:
    listed = ", ".join(f"({number}, '{code}')" for number, code in enumerate(codes))
    connection.execute(
        f"CREATE TABLE place AS SELECT * FROM (VALUES {listed}) AS p(number, muni)"
    )


def _persons(persons: int, stride: int, bucket: int, year: int) -> str:
    ages = " ".join(
        f"WHEN u(pid, 'a') < {upto} THEN {first}"
        f" + CAST(floor(u(pid, 'b') * {after - first}) AS INTEGER)"
        for upto, first, after in AGES
    )
    return f"""
        SELECT q.*, DATE '{year}-12-31' - q.age * 365 - q.age // 4
            - CAST(floor(u(q.pid, 'd') * 365) AS INTEGER) AS birth, p.muni
        FROM (SELECT r.i * {stride} AS pid, CASE {ages} END AS age
              FROM (SELECT i, i * {stride} AS pid FROM range({persons}) AS t(i)) AS r
              WHERE (r.i * {stride}) % {BUCKETS} = {bucket}) AS q
        JOIN place AS p ON p.number = CAST(floor(
            u(q.pid, 'm') * u(q.pid, 'm2') * (SELECT COUNT(*) FROM place)) AS INTEGER)
    """


def _write(
    connection: duckdb.DuckDBPyConnection, name: str, sql: str, place: Path, year: int
) -> int:
    table = BY_NAME[name]
    place.mkdir(parents=True, exist_ok=True)
    source = sql.replace("{year}", str(year))
    order = ", ".join(f'"{each}"' for each in table.order)
    select = f"SELECT {_columns(connection, table, source)} FROM ({source})"
    options = "FORMAT parquet, COMPRESSION zstd"
    if table.day is None:
        target = f"'{place}/part.parquet' ({options})"
    else:
        select = f'SELECT *, COALESCE(YEAR("{table.day}"), 0) AS year FROM ({select})'
        # Stays may end in a year that has rows already.
        target = (
            f"'{place}' ({options}, PARTITION_BY (year), OVERWRITE_OR_IGNORE,"
            f" FILENAME_PATTERN 'part-{{uuid}}')"
        )
    ordered = f"{select} ORDER BY {order}" if order else select
    made = connection.execute(f"COPY ({ordered}) TO {target}").fetchone()
    return int(made[0]) if made else 0


def _columns(connection: duckdb.DuckDBPyConnection, table: Table, source: str) -> str:
    described = connection.execute(f"DESCRIBE {source}").fetchall()
    given = {str(row[0]) for row in described}
    parts = (part for column in table.columns for part in parts_of(column, None))
    return ", ".join(
        f"CAST({f'{chr(34)}{part.name}{chr(34)}' if part.name in given else 'NULL'}"
        f' AS {part.type}) AS "{part.name}"'
        for part in parts
    )


OVER_MANY_YEARS = ("stay", "visit")
CODES = (
    "['I509', 'J449', 'E110', 'J459', 'S720', 'I639', 'N390', 'K254', 'G409', 'F329',"
    " 'M161', 'C509', 'J189', 'I210', 'R074', 'A099', 'K358', 'O800', 'I109', 'E86']"
)
ATC = (
    "['A02BC01', 'B01AC06', 'C03CA01', 'C07AB02', 'C09AA02', 'C10AA05', 'N02BE01',"
    " 'N05CF01', 'N06AB04', 'H03AA01', 'A10BA02', 'R03AC02', 'B03BA01', 'C08CA01']"
)
EVENTS = {
    "person": """
        SELECT pid, birth, CASE WHEN u(pid, 's') < 0.5 THEN 'F' ELSE 'M' END AS sex,
          muni, CASE WHEN u(pid, 'x') < 0.0001 * greatest(age - 40, 1)
            THEN day_in(pid, 'dead') END AS dead,
          1 + CAST(floor(u(pid, 'i') * 4) AS INTEGER) AS income_q,
          ['forgymnasial', 'gymnasial', 'eftergymnasial'][
            1 + CAST(floor(u(pid, 'e') * 3) AS INTEGER)] AS education,
          u(pid, 't') < 0.05 AS interpreter, u(pid, 'l') < 0.3 AS lives_alone
        FROM person_raw
    """,
    "residence": """
        SELECT pid, DATE '2000-01-01' AS "from", CAST(NULL AS DATE) AS "to", muni,
          CASE WHEN age >= 80 AND u(pid, 'h') < 0.12 THEN 'säbo'
            ELSE 'ordinärt' END AS form
        FROM person_raw
    """,
    "stay": f"""
        SELECT pid, i AS "in", o AS "out", u(k, 'p') < 0.35 AS planned,
          {CODES}[1 + CAST(floor(u(k, 'm') * 20) AS INTEGER)] AS main,
          CASE WHEN u(k, 'd') < 0.3 THEN ['J449'] ELSE [] END AS dx,
          CASE WHEN age >= 65 AND u(k, 'f') < 0.15 THEN ['W190'] ELSE [] END AS ecode,
          'k' || CAST(floor(u(k, 'c') * 9) AS INTEGER) AS clinic,
          muni[1:2] || '-' || CAST(floor(u(k, 'h') * 3) AS INTEGER) AS hospital,
          u(k, 'y') < 0.08 AS psych,
          CASE WHEN age >= 65 AND u(k, 'r') < 0.4
            THEN o - CAST(floor(u(k, 'w') * u(k, 'w2') * least(o - i + 1, 12))
              AS INTEGER) END AS ready,
          age >= 65 AND u(k, 'x') < 0.05 AS died, u(k, 'v') < 0.2 AS direct
        FROM (SELECT q.*, i + CAST(floor(-ln(1 - u(k, 'los')) * 5) AS INTEGER) AS o
              FROM (SELECT p.pid, p.age, p.muni, p.pid * 8 + n AS k,
                      day_in(p.pid * 8 + n, 'in') AS i
                    FROM person_raw AS p, range(6) AS t(n)
                    WHERE u(p.pid * 8 + n, 'yes')
                      < 0.02 + 0.0012 * greatest(p.age - 30, 0)) AS q)
    """,
    "visit": """
        SELECT pid, day_in(k, 'at') AS "at",
          CAST(480 + floor(u(k, 'min') * 540) AS INTEGER) AS at_minute,
          'vc' || muni || '-' || pid % 5 AS unit,
          CASE WHEN u(k, 'l') < 0.62 THEN 'pv' WHEN u(k, 'l') < 0.94 THEN 'spec'
            ELSE 'akut' END AS level,
          CASE WHEN u(k, 'p') < 0.5 THEN 'läkare' ELSE 'sjuksköterska' END AS prof,
          'vc' || muni || '-' || pid % 5 || '-'
            || CAST(floor(u(k, 'c') * u(k, 'c2') * 9) AS INTEGER) AS clin,
          ['mottagning', 'mottagning', 'telefon', 'video', 'hem', 'chatt'][
            1 + CAST(floor(u(k, 'm') * 6) AS INTEGER)] AS mode,
          u(k, 'n') < 0.4 AS new_problem,
          day_in(k, 'at') - CAST(floor(u(k, 'w') * u(k, 'w') * 9) AS INTEGER)
            AS contact_date,
          u(k, 'z') < 0.05 AS patient_chose_later, u(k, 'q') < 0.02 AS mobile
        FROM (SELECT p.*, p.pid * 128 + n AS k FROM person_raw AS p, range(80) AS t(n)
              WHERE n < 9 + p.age // 2 AND u(p.pid * 128 + n, 'yes')
                < 0.3 + 1.4 * u(p.pid, 'frail') * u(p.pid, 'frail'))
    """,
    "listing": """
        SELECT pid, 'vc' || muni || '-' || pid % 5 AS unit,
          DATE '2010-01-01' AS "from", CAST(NULL AS DATE) AS "to",
          CASE WHEN u(pid, 'gp') < 0.5 THEN 'vc' || muni || '-' || pid % 5 || '-'
            || CAST(floor(u(pid, 'gpc') * 9) AS INTEGER) END AS gp
        FROM person_raw WHERE u(pid, 'listed') < 0.97
    """,
    "contact_person": """
        SELECT pid, 'fast_vardkontakt' AS kind, 'x' AS clin,
          day_in(pid, 'cp') AS "from", CAST(NULL AS DATE) AS "to"
        FROM person_raw WHERE age >= 65 AND u(pid, 'cp') < 0.2
    """,
    "plan": """
        SELECT pid, CASE WHEN n = 0 THEN 'sip' ELSE 'patientkontrakt' END AS kind,
          day_in(k, 'made') AS created,
          CASE WHEN u(k, 'rev') < 0.3 THEN day_in(k, 'made') + 90 END AS reviewed,
          CASE WHEN u(k, 'cl') < 0.2 THEN day_in(k, 'made') + 200 END AS closed,
          day_in(k, 'made') - 9 AS need_on,
          day_in(k, 'made') + CAST(floor(u(k, 'meet') * 30) AS INTEGER) AS meeting_on,
          DATE '{year}-12-01' + CAST(floor(u(k, 'nx') * 90) AS INTEGER) AS next_contact
        FROM (SELECT p.*, p.pid * 2 + n AS k, n FROM person_raw AS p, range(2) AS t(n)
              WHERE p.age >= 60 AND u(p.pid * 2 + n, 'plan') < 0.05)
    """,
    "home_client": """
        SELECT pid, DATE '2020-01-01' AS "from", CAST(NULL AS DATE) AS "to",
          CASE WHEN u(pid, 'abs') < 0.1 THEN [DATE '{year}-12-20'] ELSE [] END AS absent
        FROM person_raw WHERE age >= 65 AND u(pid, 'hc') < 0.08
          AND NOT (age >= 80 AND u(pid, 'h') < 0.12)
    """,
    "home_visit": """
        SELECT pid AS client, 'h' || muni || '-'
            || CAST(floor(u(k, 'st') * (5 + u(pid, 'team') * 30)) AS INTEGER) AS staff,
          DATE '{year}-12-04' + CAST(d AS INTEGER) AS "start",
          CAST(420 + v * 240 + floor(u(k, 'm') * 120) AS INTEGER) AS start_minute,
          CASE WHEN u(k, 't') < 0.05 THEN 'trygghetslarm' ELSE 'omsorg' END AS type,
          CASE WHEN u(k, 'o') < 0.1 THEN 'hemsjukvard' ELSE 'hemtjanst' END AS org
        FROM (SELECT p.*, p.pid * 128 + d * 4 + v AS k, d, v
              FROM person_raw AS p, range(28) AS t(d), range(4) AS w(v)
              WHERE p.age >= 65 AND u(p.pid, 'hc') < 0.08)
    """,
    "medlist": f"""
        SELECT pid, {ATC}[1 + n] AS atc, day_in(pid * 16 + n, 'med') AS "from",
          CASE WHEN u(pid * 16 + n, 'end') < 0.2
            THEN day_in(pid * 16 + n, 'med') + 100 END AS "to"
        FROM person_raw, range(14) AS t(n)
        WHERE age >= 40 AND u(pid * 16 + n, 'has') < u(pid, 'poly') * age / 100.0
    """,
    "palliative": """
        SELECT pid, day_in(pid, 'dead') AS death, u(pid, 'ex') < 0.8 AS expected,
          CASE WHEN u(pid, 'bp') < 0.9 THEN u(pid, 'bp') < 0.7 END AS brytpunkt
        FROM person_raw WHERE u(pid, 'x') < 0.0001 * greatest(age - 40, 1)
    """,
    "risk": """
        SELECT pid, ['fall', 'undernäring', 'tobak', 'fysisk_aktivitet'][1 + n]
            AS instrument, day_in(pid * 4 + n, 'risk') AS "at",
          u(pid * 4 + n, 'yes') < 0.5 AS risk,
          CASE WHEN u(pid * 4 + n, 'act') < 0.6
            THEN day_in(pid * 4 + n, 'risk') END AS action_at
        FROM person_raw, range(4) AS t(n) WHERE u(pid * 4 + n, 'asked') < 0.1
    """,
    "discharge_case": """
        SELECT pid, d AS admitted, u(pid, 'n') < 0.97 AS notice_sent,
          u(pid, 'n') < 0.9 AS notice_in_time, u(pid, 'cn') < 0.95 AS contact_needed,
          u(pid, 'cn') < 0.85 AS contact_named, u(pid, 'sip') < 0.4 AS sip_required,
          u(pid, 'call') < 0.98 AS sip_called,
          u(pid, 'call') < 0.94 AS sip_call_in_time,
          d + 5 AS ready, d + 5 + CAST(floor(u(pid, 'w') * 4) AS INTEGER) AS discharged
        FROM (SELECT *, day_in(pid, 'case') AS d FROM person_raw
              WHERE age >= 65 AND u(pid, 'dc') < 0.15)
    """,
}
UNITS = {
    "clinician": """
        SELECT 'vc' || muni || '-' || unit || '-' || doctor AS clin,
          'vc' || muni || '-' || unit AS unit, DATE '2015-01-01' AS "from",
          CASE WHEN u(muni || unit || doctor, 'left') < 0.1
            THEN DATE '{year}-06-01' END AS "to"
        FROM place, range(5) AS t(unit), range(9) AS w(doctor)
    """,
    "phone": """
        SELECT 'vc' || muni || '-' || unit AS unit,
          DATE '{year}-01-01' + CAST(day AS INTEGER) AS "date",
          60 + CAST(floor(u(muni || unit, day) * 40) AS INTEGER) AS received,
          50 + CAST(floor(u(muni || unit, day) * 20) AS INTEGER)
            AS answered_same_day
        FROM place, range(5) AS t(unit), range(365) AS d(day)
    """,
    "beds": """
        SELECT county || '-' || site AS hospital,
          DATE '{year}-01-01' + CAST(day AS INTEGER) AS "date",
          100 + CAST(floor(u(county || site, day) * 40) AS INTEGER) AS disponibla,
          FALSE AS psych, CAST(floor(u(county, day) * 6) AS INTEGER) AS overcrowded,
          CAST(floor(u(county, day + 9) * 4) AS INTEGER) AS outlied
        FROM (SELECT DISTINCT muni[1:2] AS county FROM place), range(3) AS t(site),
          range(365) AS d(day)
    """,
    "survey": """
        SELECT 'enkät' AS id, muni || '-' || n AS respondent, item,
          CASE WHEN item = 'bmi' THEN CAST(18 + u(muni || item, n) * 20 AS VARCHAR)
            WHEN item = 'npe_information'
              THEN CAST(floor(u(muni || item, n) * 100) AS VARCHAR)
            WHEN item = 'en_vardgivare'
              THEN CAST(1 + floor(u(muni || item, n) * 5) AS VARCHAR)
            WHEN item = 'sjalvskattad_halsa'
              THEN ['bra', 'mycket_bra', 'dåligt'][1 + n % 3]
            WHEN item = 'fortroende_vardcentral'
              THEN ['stort', 'mycket_stort', 'litet', 'vet_ej'][1 + n % 4]
            ELSE ['mycket_tryggt', 'ganska_tryggt', 'otryggt'][1 + n % 3] END AS answer,
          1 AS weight, DATE '{year}-10-01' AS "date", muni
        FROM place, range(100) AS t(n), (SELECT unnest(['bmi', 'npe_information',
          'en_vardgivare', 'sjalvskattad_halsa', 'fortroende_vardcentral',
          'trygghet_hemtjanst', 'trygghet_sabo']) AS item)
    """,
}
