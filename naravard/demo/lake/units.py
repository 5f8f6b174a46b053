"""What is about nobody: telephones, beds, who works where, and what surveys said."""

from naravard.demo.lake.drawing import one_of_these
from naravard.demo.lake.planted import Planted, Window
from naravard.indicators.fragments import literal

UNITS = {
    "clinician": """
        SELECT unit || '-' || n AS clin, unit, DATE '2012-01-01' AS "from",
          CASE WHEN u(unit || n, 'left') < 0.12 THEN {first}
            + CAST(floor(u(unit || n, 'when') * {days}) AS INTEGER) END AS "to"
        FROM unit, range(9) AS t(n)
    """,
    "phone": """
        SELECT unit, day AS "date", received,
          CAST(floor(received * (0.86 + 0.1 * u(unit || day, 'answered'))) AS INTEGER)
            AS answered_same_day
        FROM (SELECT unit, day,
            40 + CAST(floor(u(unit || day, 'calls') * 40) AS INTEGER) AS received
          FROM unit, workday)
    """,
    "beds": """
        SELECT hospital, day AS "date", 60 + CAST(floor(u(hospital, 'size') * 240 +
            u(hospital || day, 'open') * 12) AS INTEGER) AS disponibla, FALSE AS psych,
          CAST(floor(u(hospital || day, 'over') * 7) AS INTEGER) AS overcrowded,
          CAST(floor(u(hospital || day, 'out') * 3) AS INTEGER) AS outlied
        FROM hospital, everyday
    """,
    "survey": """
        SELECT 'enkät ' || year(day) AS id, muni || '-' || n AS respondent, item,
          CASE item
            WHEN 'bmi' THEN CAST(19 + waits(7, u(k, 'bmi')) AS VARCHAR)
            WHEN 'npe_information'
              THEN CAST(55 + CAST(floor(u(k, 'npe') * 45) AS INTEGER) AS VARCHAR)
            WHEN 'en_vardgivare'
              THEN CAST(2 + CAST(floor(u(k, 'one') * 4) AS INTEGER) AS VARCHAR)
            WHEN 'sjalvskattad_halsa' THEN {health}
            WHEN 'fortroende_vardcentral' THEN {trust}
            ELSE {safety} END AS answer,
          1 AS weight, day AS "date", muni
        FROM (SELECT muni, day, item, n, hash(muni, day, item, n) AS k
          FROM place, autumn, range(140) AS t(n), (SELECT unnest(['bmi',
            'npe_information', 'en_vardgivare', 'sjalvskattad_halsa',
            'fortroende_vardcentral', 'trygghet_hemtjanst', 'trygghet_sabo']) AS item))
    """,
}


def unit_selects(planted: Planted, window: Window) -> dict[str, str]:
    """The SELECT of each table without persons."""
    words = {
        "{first}": literal(window.first),
        "{days}": str(window.days),
        "{health}": one_of_these(
            ("mycket_bra", "bra", "bra", "någorlunda", "dåligt"), "u(k, 'health')"
        ),
        "{trust}": one_of_these(
            ("mycket_stort", "stort", "stort", "varken", "litet"), "u(k, 'trust')"
        ),
        "{safety}": one_of_these(
            ("mycket_tryggt", "ganska_tryggt", "ganska_tryggt", "otryggt"),
            "u(k, 'safe')",
        ),
    }
    selects = dict(UNITS)
    for word, meant in words.items():
        selects = {name: sql.replace(word, meant) for name, sql in selects.items()}
    return selects


def helper_tables(planted: Planted, window: Window) -> list[str]:
    """Small tables that the SELECTs draw from; `inhabitant` is there already."""
    days = (
        f"SELECT CAST(d AS DATE) AS day FROM range({literal(window.first)},"
        f" {literal(window.after)}, INTERVAL 1 DAY) AS t(d)"
    )
    hospitals = ", ".join(f"({literal(name)})" for name in planted.hospitals)
    named = {
        "unit": "SELECT DISTINCT unit FROM inhabitant WHERE unit IS NOT NULL",
        "place": "SELECT DISTINCT muni FROM inhabitant WHERE muni IS NOT NULL",
        "everyday": days,
        "workday": f"SELECT day FROM ({days}) WHERE isodow(day) < 6",
        "autumn": f"SELECT day FROM ({days}) WHERE month(day) = 10 AND day(day) = 1",
        "hospital": f"SELECT * FROM (VALUES {hospitals}) AS h(hospital)",
    }
    return [f"CREATE TABLE {name} AS {sql}" for name, sql in named.items()]
