"""Shared parts of SQL that definitions name in `blocks` (pure).

`$name` is a parameter of the definition, or one of the engine's own: `$from` and `$to`
(the period), `$on_day` (its last day), `$year_ago` and `$two_years_ago` from `$to`.
"""

from naravard.indicators.codes import DOCTOR
from naravard.indicators.fragments import age, days_between, in_force, one_of

# Where a person lives day by day: residence, else the person's own municipality.
HOUSING = """
SELECT r.pid, r."from", r."to", r.muni, r.form FROM residence AS r
UNION ALL
SELECT p.pid, DATE '1800-01-01', CAST(NULL AS DATE), p.muni, 'ordinärt'
FROM person AS p
WHERE NOT EXISTS (SELECT 1 FROM residence AS r WHERE r.pid = p.pid)
"""
# Inhabitants on the measure day.
RESIDENT = f"""
SELECT p.pid, h.muni, h.form, p.birth, {age("p.birth", "$on_day")} AS age
FROM person AS p JOIN housing AS h ON h.pid = p.pid
WHERE {in_force("h", "$on_day")} AND p.birth <= $on_day
  AND (p.dead IS NULL OR p.dead > $on_day)
"""
# Stays chained into care periods: the next begins gap_days after, or sooner.
STAY_IN_ORDER = """
SELECT s.*, MAX(COALESCE(s."out", DATE '9999-12-31')) OVER (
    PARTITION BY s.pid ORDER BY s."in", COALESCE(s."out", DATE '9999-12-31'), s.main
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS out_before
FROM stay AS s WHERE s."in" IS NOT NULL AND NOT (s.psych AND $somatic_only = 1)
"""
STAY_NUMBERED = f"""
SELECT o.*, {days_between("o.out_before", 'o."in"')} AS gap,
  SUM(CASE WHEN o.out_before IS NULL
             OR {days_between("o.out_before", 'o."in"')} > $gap_days
           THEN 1 ELSE 0 END) OVER (
    PARTITION BY o.pid ORDER BY o."in", COALESCE(o."out", DATE '9999-12-31'), o.main
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS number
FROM stay_in_order AS o
"""
_FIRST = "n.out_before IS NULL OR n.gap > $gap_days"
CARE_PERIOD = f"""
SELECT n.pid, n.number, MIN(n."in") AS first_day,
  MAX(COALESCE(n."out", DATE '9999-12-31')) AS last_day,
  MAX(CASE WHEN {_FIRST} THEN n.main END) AS main,
  MAX(CASE WHEN {_FIRST} THEN n.dx END) AS dx,
  MAX(CASE WHEN ({_FIRST}) AND n.planned THEN 1 ELSE 0 END) AS planned,
  MAX(CASE WHEN n.died THEN 1 ELSE 0 END) AS died,
  MAX(CASE WHEN n.transferred THEN 1 ELSE 0 END) AS transferred,
  COUNT(*) AS stays
FROM stay_numbered AS n GROUP BY n.pid, n.number
"""
# Who should have a named contact and a plan: 65+ with home care or in special housing,
# two unplanned stays in a year, or an active plan.
TARGET_GROUP = f"""
SELECT t.pid, MIN(t.muni) AS muni FROM (
  SELECT r.pid, r.muni FROM resident AS r
  WHERE r.age >= 65 AND r.form = 'säbo'
  UNION ALL
  SELECT r.pid, r.muni FROM resident AS r JOIN home_client AS h ON h.pid = r.pid
  WHERE r.age >= 65 AND {in_force("h", "$on_day")}
  UNION ALL
  SELECT r.pid, r.muni FROM resident AS r JOIN active_plan AS a ON a.pid = r.pid
  UNION ALL
  SELECT r.pid, r.muni FROM resident AS r JOIN (
    SELECT s.pid FROM stay AS s
    WHERE NOT s.planned AND s."in" >= $year_ago AND s."in" < $to
    GROUP BY s.pid HAVING COUNT(*) >= 2) AS u ON u.pid = r.pid
) AS t GROUP BY t.pid
"""
ACTIVE_PLAN = """
SELECT a.pid, COUNT(*) AS plans, MAX(COALESCE(a.reviewed, a.created)) AS looked_at
FROM plan AS a
WHERE a.kind = 'sip' AND a.created <= $on_day
  AND (a.closed IS NULL OR a.closed > $on_day)
GROUP BY a.pid
"""
# Doctors' visits in primary care that are meetings, the last eighteen months.
DOCTOR_VISIT = f"""
SELECT v.pid, v.clin, v.at, v.at_minute FROM visit AS v
WHERE v.at >= $eighteen_months_ago AND v.at < $to AND v.level = 'pv'
  AND v.mode IN ('mottagning', 'hem', 'video') AND v.clin IS NOT NULL
  AND {one_of("LOWER(v.prof)", DOCTOR)}
"""
# How many of them each person had, of the same doctor at most, and the sum of squares.
DOCTORS_OF_PERSON = """
SELECT n.pid AS pid, SUM(n.times) AS visits, SUM(n.times * n.times) AS squares,
  MAX(n.times) AS most
FROM (SELECT v.pid AS pid, v.clin AS clin, COUNT(*) AS times FROM doctor_visit AS v
      GROUP BY v.pid, v.clin) AS n
GROUP BY n.pid
"""
# Kolada counts home-care visits that begin from 07:00 until 22:00.
FIRST_MINUTE, LAST_MINUTE = 7 * 60, 22 * 60
HOME_CARE_VISIT = f"""
SELECT u.client AS pid, u.staff AS staff, u."start" AS day FROM home_visit AS u
WHERE {days_between("$window_from", 'u."start"')} BETWEEN 0 AND $window_days - 1
  AND u.start_minute >= {FIRST_MINUTE} AND u.start_minute < {LAST_MINUTE}
  AND COALESCE(u.type, '') NOT IN ('larm', 'trygghetslarm', 'matdistribution')
  AND COALESCE(u.org, 'hemtjanst') IN ('hemtjanst', 'hemtjänst')
"""
# How many members of staff met each client who had two visits every day of the window.
# Somebody who is away from home any day of it is not counted.
AWAY = """
SELECT a.pid FROM home_client AS a JOIN ({window_days}) AS w
  ON COALESCE(a.absent, '') LIKE CONCAT('%', w.day, '%')
"""
STAFF_OF_CLIENT = f"""
SELECT d.pid AS pid, MAX(s.staff) AS staff
FROM (SELECT u.pid AS pid, u.day AS day, COUNT(*) AS visits
      FROM home_care_visit AS u GROUP BY u.pid, u.day) AS d
  JOIN (SELECT u.pid AS pid, COUNT(DISTINCT u.staff) AS staff
        FROM home_care_visit AS u GROUP BY u.pid) AS s ON s.pid = d.pid
  JOIN person AS q ON q.pid = d.pid
WHERE d.visits >= 2 AND {age("q.birth", "$window_from")} >= 65
  AND NOT EXISTS (SELECT 1 FROM ({AWAY}) AS a WHERE a.pid = d.pid)
GROUP BY d.pid HAVING COUNT(*) = $window_days
"""

BLOCKS = {
    "housing": HOUSING,
    "resident": RESIDENT,
    "stay_in_order": STAY_IN_ORDER,
    "stay_numbered": STAY_NUMBERED,
    "care_period": CARE_PERIOD,
    "active_plan": ACTIVE_PLAN,
    "target_group": TARGET_GROUP,
    "doctor_visit": DOCTOR_VISIT,
    "doctors_of_person": DOCTORS_OF_PERSON,
    "home_care_visit": HOME_CARE_VISIT,
    "staff_of_client": STAFF_OF_CLIENT,
}
# What a block stands on.
STANDS_ON = {
    "resident": ("housing",),
    "care_period": ("stay_in_order", "stay_numbered"),
    "target_group": ("housing", "resident", "active_plan"),
    "doctors_of_person": ("doctor_visit",),
    "staff_of_client": ("home_care_visit",),
}
