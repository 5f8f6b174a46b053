"""One SELECT a table: who, when and what of the invented contacts (pure).

Rates follow the county's size (about 37 000 admissions and 2.7 million contacts a
year) and depend on age, frailty, and on what is planted. `who` is everybody who lived
here during the years, with the columns that `persons` gives.
"""

from naravard.demo.lake.drawing import factor, one_of_these
from naravard.demo.lake.planted import EffectKind, Planted, Window
from naravard.indicators.fragments import literal

# Repeated codes are likelier. ICD-10-SE without dots.
DIAGNOSES = (
    *("I509", "J449", "I639", "S720", "N390", "J189", "I480", "I210", "E119", "A419"),
    *("I509", "J441", "R074", "K358", "M161", "C509", "F329", "O800", "E86", "K802"),
)
CHRONIC = ("J449", "I509", "E119", "I109")
MEDICINES = (
    *("A02BC01", "B01AC06", "C03CA01", "C07AB02", "C09AA02", "C10AA05", "N02BE01"),
    *("N05CF01", "N06AB04", "H03AA01", "A10BA02", "R03AC02", "B03BA01", "C08CA01"),
)
READMITTED = 0.105  # of stays from 65, before what is planted
READMITTED_YOUNGER = 0.05
WAITING_DAYS = 2.6  # the mean of a long-tailed wait, before what is planted
KNOWN_DOCTOR = 0.46
DOCTORS_A_UNIT = 9

PERSONS = """
SELECT p.pid, p.birth, p.muni, p.unit, p.dead,
  date_diff('year', p.birth, {middle}) AS age,
  CASE WHEN u(p.pid, 'sex') < 0.5 THEN 'F' ELSE 'M' END AS sex,
  p.interpreter AS interpreter,
  u(p.pid, 'alone') < CASE WHEN p.birth < {old} THEN 0.46
    WHEN p.birth < {adult} THEN 0.24 ELSE 0 END AS lives_alone,
  1 + CAST(floor(u(p.pid, 'income') * 4) AS INTEGER) AS income_q,
  ['forgymnasial', 'gymnasial', 'gymnasial', 'eftergymnasial'][
    1 + CAST(floor(u(p.pid, 'school') * 4) AS INTEGER)] AS education,
  u(p.pid, 'frail') AS frail,
  p.birth < {old} AND u(p.pid, 'home') < 0.037 + CASE WHEN p.birth < {very_old}
    THEN 0.09 ELSE 0 END AS in_housing
FROM ({alive} UNION ALL {departed}) AS p
"""
ALIVE = """
SELECT a.pid, a.birth, a.muni, a.unit, a.interpreter, CAST(NULL AS DATE) AS dead
FROM inhabitant AS a
"""
# Those who died during the years are no longer in the register; each stands in for
# somebody of the same age and place who lives.
DEPARTED = """
SELECT 9223372036854775807 - a.pid AS pid, a.birth, a.muni, a.unit,
  a.interpreter, {first} + CAST(floor(u(a.pid, 'day of death') * {days}) AS INTEGER)
FROM inhabitant AS a
WHERE a.birth < {old} AND u(a.pid, 'departed')
  < CASE WHEN a.birth < {very_old} THEN 0.3 ELSE 0.07 END
"""

STAYS = """
SELECT w.pid, w.muni, w.interpreter, w.lives_alone, w.age, w.dead, k, i,
  CASE WHEN asked THEN i + los END AS ready,
  i + los + CASE WHEN asked AND u(k, 'at once') < 0.62 THEN 0
    WHEN asked THEN 1 + waits({wait}, u(k, 'wait')) ELSE 0 END AS o,
  {planned} AS planned
FROM ({admitted}) AS w
"""
ADMITTED = """
SELECT p.*, k, {first} + CAST(floor(u(k, 'in') * {days}) AS INTEGER) AS i,
  1 + waits(4.1, u(k, 'los')) AS los,
  p.age >= 65 AND u(k, 'asked') < 0.38 AS asked
FROM (SELECT w.*, hash(w.pid, n, 'stay') AS k FROM who AS w, range(5) AS t(n)) AS p
WHERE u(k, 'admitted') < (0.028 + 0.0028 * greatest(p.age - 35, 0))
  * (0.5 + p.frail)
"""
RETURNS = """
SELECT b.pid, b.muni, b.interpreter, b.lives_alone, b.age, b.dead,
  hash(b.k, 'again') AS k,
  b.o + 1 + CAST(floor(u(b.k, 'how soon') * u(b.k, 'or later') * 30) AS INTEGER) AS i,
  CAST(NULL AS DATE) AS ready,
  b.o + 3 + CAST(floor(u(b.k, 'how soon') * u(b.k, 'or later') * 30) AS INTEGER)
    + waits(4, u(b.k, 'los again')) AS o,
  FALSE AS planned
FROM {from_stays} AS b
WHERE (b.dead IS NULL OR b.o < b.dead) AND u(b.k, 'comes back') <
  CASE WHEN b.age >= 65 THEN {returned} ELSE {returned_younger} END * {factor}
"""
STAY = """
SELECT s.pid, s.i AS "in", least(s.o, coalesce(s.dead, s.o)) AS "out", s.planned,
  CASE WHEN {lost} THEN NULL ELSE {main} END AS main,
  CASE WHEN u(s.k, 'more') < 0.4 THEN [{chronic}] ELSE [] END AS dx,
  CASE WHEN s.age >= 65 AND u(s.k, 'fall') < 0.09 THEN ['W190'] ELSE [] END AS ecode,
  'klinik-' || CAST(floor(u(s.k, 'clinic') * 7) AS INTEGER) AS clinic,
  {hospital} AS hospital, u(s.k, 'mind') < 0.07 AS psych,
  CASE WHEN s.ready <= least(s.o, coalesce(s.dead, s.o)) THEN s.ready END AS ready,
  s.dead IS NOT NULL AND s.o >= s.dead AS died, u(s.k, 'cut') < 0.2 AS surgery,
  FALSE AS transferred, NOT s.planned AND u(s.k, 'direct') < 0.07 AS direct
FROM stays AS s
WHERE s.i < coalesce(s.dead, DATE '9999-12-31') AND s.o < {after} AND s.i >= {first}
"""

VISIT = """
SELECT v.pid, v.at, CAST(480 + floor(u(v.k, 'minute') * 540) AS INTEGER) AS at_minute,
  v.unit, v.level, CASE WHEN u(v.k, 'who') < 0.52 THEN 'läkare'
    WHEN u(v.k, 'who') < 0.9 THEN 'sjuksköterska' ELSE 'fysioterapeut' END AS prof,
  v.unit || '-' || CAST(floor(CASE WHEN u(v.k, 'known') < {known}
    THEN u(v.pid, 'doctor') ELSE u(v.k, 'doctor') END * {doctors}) AS INTEGER) AS clin,
  CASE WHEN u(v.k, 'mode') < 0.66 THEN 'mottagning' WHEN u(v.k, 'mode') < 0.85
    THEN 'telefon' WHEN u(v.k, 'mode') < 0.92 THEN 'hem'
    WHEN u(v.k, 'mode') < 0.97 THEN 'video' ELSE 'chatt' END AS mode,
  u(v.k, 'new') < 0.42 AS new_problem,
  v.at - waits({assessment}, u(v.k, 'sought')) AS contact_date,
  u(v.k, 'later') < 0.05 AS patient_chose_later, u(v.k, 'mobile') < 0.015 AS mobile
FROM (
  SELECT p.*, {first} + CAST(floor(u(p.k, 'day') * {days}) AS INTEGER) AS "at",
    CASE WHEN u(p.k, 'level') < 0.66 THEN 'pv' WHEN u(p.k, 'level') < 0.96 THEN 'spec'
      ELSE 'akut' END AS level
  FROM (SELECT w.*, hash(w.pid, n, 'visit') AS k FROM who AS w, range(CAST(
      floor((11 + w.age * 0.42) * (0.35 + 1.3 * w.frail)) AS INTEGER))
      AS t(n)) AS p
) AS v WHERE v.dead IS NULL OR v.at < v.dead
"""

OTHERS = {
    "person": """
        SELECT pid, birth, sex, muni, dead, income_q, education,
          CASE WHEN u(pid, 'born') < 0.8 THEN 'sverige' WHEN u(pid, 'born') < 0.87
            THEN 'eu' ELSE 'utanför' END AS born, interpreter, lives_alone
        FROM who
    """,
    "residence": """
        SELECT pid, {long_ago} AS "from", dead AS "to", muni,
          CASE WHEN in_housing THEN 'säbo' ELSE 'ordinärt' END AS form
        FROM who WHERE muni IS NOT NULL
    """,
    "listing": """
        SELECT pid, unit, {long_ago} AS "from", dead AS "to",
          CASE WHEN u(pid, 'has doctor') < 0.63 THEN unit || '-'
            || CAST(floor(u(pid, 'doctor') * 9) AS INTEGER) END AS gp
        FROM who WHERE unit IS NOT NULL
    """,
    "contact_person": """
        SELECT pid, 'fast_vardkontakt' AS kind, unit || '-ssk' AS clin,
          {first} - 2600 + CAST(floor(u(pid, 'named') / 0.62 * ({days} + 2600))
            AS INTEGER) AS "from", dead AS "to"
        FROM who WHERE age >= 65 AND u(pid, 'named') < 0.62
    """,
    "plan": """
        SELECT pid, kind, made AS created,
          CASE WHEN u(k, 'looked') < 0.4 THEN made + 90 END AS reviewed,
          CASE WHEN u(k, 'closed') < 0.6 THEN made + 500 END AS closed,
          made - waits(9, u(k, 'need')) AS need_on,
          made + waits(6, u(k, 'meeting')) AS meeting_on,
          {after} + CAST(floor(u(k, 'next') * 90) AS INTEGER) AS next_contact
        FROM (SELECT w.pid, hash(w.pid, n, 'plan') AS k,
            CASE n WHEN 0 THEN 'sip' ELSE 'patientkontrakt' END AS kind,
            {first} - 700 + CAST(floor(u(hash(w.pid, n, 'plan'), 'made')
              * ({days} + 700)) AS INTEGER) AS made
          FROM who AS w, range(2) AS t(n)
          WHERE w.age >= 65 AND w.dead IS NULL AND u(hash(w.pid, n, 'plan'), 'plan')
            < 0.05 + 0.3 * w.frail * w.frail)
    """,
    "home_client": """
        SELECT pid, {long_ago} AS "from", dead AS "to", CAST([] AS DATE[]) AS absent
        FROM who WHERE age >= 65 AND NOT in_housing
          AND u(pid, 'home help') < 0.03 + 0.09 * frail
    """,
    # A little more than the fortnight that is counted at the end of each year.
    "home_visit": """
        SELECT pid AS client, {after} - CAST(y * 365 + d AS INTEGER) AS "start",
          420 + v * 200 + CAST(floor(u(k, 'minute') * 90) AS INTEGER) AS start_minute,
          coalesce(muni, '') || '-' || CAST(floor(u(pid, 'area') * 12) AS INTEGER)
            || '-' || CAST(floor(u(k, 'who') * (5 + 22 * u(pid, 'team'))) AS INTEGER)
            AS staff,
          'omsorg' AS type, 'hemtjanst' AS org
        FROM (SELECT w.*, y, d, v, hash(w.pid, y, d, v, 'home') AS k FROM who AS w,
          range(3) AS t(y), range(1, 24) AS s(d), range(4) AS q(v)
          WHERE w.age >= 65 AND w.dead IS NULL AND NOT w.in_housing
            AND u(w.pid, 'home help') < 0.03 + 0.09 * w.frail
            AND v < 1 + CAST(floor(u(w.pid, 'often') * 4) AS INTEGER))
    """,
    "medlist": """
        SELECT pid, {medicine} AS atc,
          {first} - 2000 + CAST(floor(u(hash(pid, n), 'since') * 2000) AS INTEGER)
            AS "from",
          CASE WHEN u(hash(pid, n), 'ended') < 0.2 THEN {first} + 400 END AS "to"
        FROM who, range(14) AS t(n)
        WHERE age >= 74 AND dead IS NULL AND u(hash(pid, n), 'takes') < 0.2 + frail / 2
    """,
    "palliative": """
        SELECT pid, dead AS death, u(pid, 'expected') < 0.8 AS expected,
          u(pid, 'spoken') < 0.74 AS brytpunkt
        FROM who WHERE dead IS NOT NULL AND u(pid, 'registered') < 0.62
    """,
    "risk": """
        SELECT pid, instrument, d AS "at", u(k, 'risk') < 0.5 AS risk,
          CASE WHEN u(k, 'acted') < 0.58 THEN d + waits(5, u(k, 'soon')) END
            AS action_at
        FROM (SELECT w.pid, hash(w.pid, n, 'risk') AS k,
            ['fall', 'undernäring', 'trycksår', 'tobak', 'fysisk_aktivitet', 'alkohol'][
              1 + n] AS instrument,
            {first} + CAST(floor(u(hash(w.pid, n, 'risk'), 'asked on') * {days})
              AS INTEGER) AS d
          FROM who AS w, range(6) AS t(n)
          WHERE u(hash(w.pid, n, 'risk'), 'asked') < CASE WHEN w.age >= 65 THEN 0.16
            WHEN w.age >= 18 THEN 0.05 ELSE 0 END)
    """,
}


def persons_sql(window: Window) -> str:
    """Everybody who lived here during the years, from the table `inhabitant`."""
    middle, year = window.month(1), window.after.year
    departed = _dated(DEPARTED, window).format(**_ages(year))
    return PERSONS.format(
        middle=literal(middle), alive=ALIVE, departed=departed, **_ages(year)
    )


def base_stays_sql(planted: Planted, window: Window) -> str:
    """Stays that follow from no other."""
    effects = planted.of(EffectKind.WAITING)
    waiting = factor(effects, window, day="(w.i + w.los)", person="w")
    wait = f"{WAITING_DAYS} * {_by_place(planted)} * {waiting}"
    admitted = _dated(ADMITTED, window)
    return STAYS.format(wait=wait, admitted=admitted, planned="u(k, 'planned') < 0.3")


def returns_sql(planted: Planted, window: Window, stays: str) -> str:
    """Those of the stays that are followed by another within thirty days."""
    effects = planted.of(EffectKind.READMISSION)
    return RETURNS.format(
        from_stays=stays,
        returned=READMITTED,
        returned_younger=READMITTED_YOUNGER,
        factor=factor(effects, window, day="b.o", person="b"),
    )


def event_selects(planted: Planted, window: Window) -> dict[str, str]:
    """The SELECT of each table that has persons in it."""
    medicine = _listed(MEDICINES)
    others = {
        name: _dated(sql, window).replace("{medicine}", f"{medicine}[1 + n]")
        for name, sql in OTHERS.items()
    }
    return others | {
        "stay": _stay(planted, window),
        "visit": _visit(planted, window),
    }


def _stay(planted: Planted, window: Window) -> str:
    lost = [
        f"s.o >= {literal(window.month(gap.month))}"
        f" AND s.o < {literal(window.month(gap.month - 1))}"
        f" AND u(s.k, {literal(gap.key)}) < {gap.share}"
        for gap in planted.gaps
    ]
    return _dated(STAY, window).format(
        lost=" OR ".join(lost) or "FALSE",
        main=one_of_these(DIAGNOSES, "u(s.k, 'main')"),
        chronic=one_of_these(CHRONIC, "u(s.k, 'other')"),
        hospital=one_of_these(planted.hospitals, "u(coalesce(s.muni, ''), 'hospital')"),
    )


def _visit(planted: Planted, window: Window) -> str:
    known = factor(planted.of(EffectKind.CONTINUITY), window, day='v."at"', person="v")
    slower = factor(planted.of(EffectKind.ASSESSMENT), window, day='v."at"', person="v")
    return _dated(VISIT, window).format(
        known=f"{KNOWN_DOCTOR} * {known}",
        assessment=f"1.9 * {slower}",
        doctors=DOCTORS_A_UNIT,
    )


def _by_place(planted: Planted) -> str:
    places = planted.waiting_by_municipality.items()
    cases = " ".join(f"WHEN {literal(code)} THEN {each}" for code, each in places)
    return f"CASE w.muni {cases} ELSE 1.0 END" if cases else "1.0"


def _listed(words: tuple[str, ...]) -> str:
    return f"[{', '.join(map(literal, words))}]"


def _dated(sql: str, window: Window) -> str:
    """The window's own names written out; the others are left for later."""
    return (
        sql.replace("{first}", literal(window.first))
        .replace("{after}", literal(window.after))
        .replace("{days}", str(window.days))
        .replace("{long_ago}", "DATE '2010-01-01'")
    )


def _ages(year: int) -> dict[str, str]:
    return {
        "adult": f"DATE '{year - 18}-01-01'",
        "old": f"DATE '{year - 65}-01-01'",
        "very_old": f"DATE '{year - 85}-01-01'",
    }
