"""Shared parts of SQL that definitions name in `blocks` (pure).

One that speaks of no period can be worked out beforehand and stand in the lake
(PREPARED, see `engine.preparing`); one that does is worked out when it is asked for.

`$name` is a parameter of the definition, or one of the engine's own: `$from` and `$to`
(the period), `$on_day` (its last day), `$year_ago` and `$two_years_ago` from `$to`.
"""

from naravard.indicators.codes import DOCTOR, HOME_NURSING, NOT_CARE
from naravard.indicators.fragments import (
    age,
    age_of_number,
    as_old,
    day_number,
    days_between,
    in_force,
    one_of,
)

# Where a person lives day by day: residence, else the person's own municipality.
HOUSING = """
SELECT r.pid, r."from", r."to", r.muni, r.form FROM residence AS r
UNION ALL
SELECT p.pid, DATE '1800-01-01', CAST(NULL AS DATE), p.muni, 'ordinärt'
FROM person AS p
WHERE NOT EXISTS (SELECT 1 FROM residence AS r WHERE r.pid = p.pid)
"""
# The same with what is known of the person; who is in no register has no birthday.
HOME = f"""
SELECT h.pid, h."from", h."to", h.muni, h.form, p.birth, p.dead,
  CAST({day_number("p.birth")} AS INTEGER) AS birth_number,
  p.sex, p.income_q, p.education, p.born, p.interpreter, p.lives_alone
FROM housing AS h LEFT JOIN person AS p ON p.pid = h.pid
"""
# Inhabitants on the measure day, and those of them from 65 years with their home care.
RESIDENT = f"""
SELECT p.pid, p.muni, p.form, p.birth_number
FROM home AS p
WHERE {in_force("p", "$on_day")} AND {as_old("p.birth_number", "$on_day", "0")}
  AND (p.dead IS NULL OR p.dead > $on_day)
"""
ELDER = f"""
SELECT r.pid, r.muni, r.form, {age_of_number("r.birth_number", "$on_day")} AS age,
  CASE WHEN c.pid IS NULL THEN 0 ELSE 1 END AS home_care
FROM resident AS r LEFT JOIN (
  SELECT h.pid FROM home_client AS h WHERE {in_force("h", "$on_day")} GROUP BY h.pid
) AS c ON c.pid = r.pid
WHERE {as_old("r.birth_number", "$on_day", "65")}
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
_END = """COALESCE(n."out", DATE '9999-12-31')"""
CARE_PERIOD = f"""
SELECT n.pid, n.number, MIN(n."in") AS first_day,
  MAX({_END}) AS last_day,
  MAX(CASE WHEN {_FIRST} THEN n.main END) AS main,
  MAX(CASE WHEN {_FIRST} THEN n.dx END) AS dx,
  MAX(CASE WHEN ({_FIRST}) AND n.planned THEN 1 ELSE 0 END) AS planned,
  MAX(CASE WHEN n.died THEN 1 ELSE 0 END) AS died,
  CASE WHEN MAX(CASE WHEN n.transferred THEN {_END} END) = MAX({_END}) THEN 1 ELSE 0 END
    AS transferred,
  COUNT(*) AS stays
FROM stay_numbered AS n GROUP BY n.pid, n.number
"""
# Who should have a named contact and a plan: 65+ with home care or in special housing,
# two unplanned stays in a year, or an active plan.
TARGET_GROUP = """
SELECT t.pid, MIN(t.muni) AS muni FROM (
  SELECT e.pid, e.muni FROM elder AS e WHERE e.form = 'säbo' OR e.home_care = 1
  UNION ALL
  SELECT r.pid, r.muni FROM resident AS r JOIN (
    SELECT a.pid FROM active_plan AS a
    UNION
    (SELECT s.pid FROM stay AS s
     WHERE NOT s.planned AND s."in" >= $year_ago AND s."in" < $to
     GROUP BY s.pid HAVING COUNT(*) >= 2)) AS u ON u.pid = r.pid
) AS t GROUP BY t.pid
"""
ACTIVE_PLAN = """
SELECT a.pid, COUNT(*) AS plans, MAX(COALESCE(a.reviewed, a.created)) AS looked_at
FROM plan AS a
WHERE a.kind = 'sip' AND a.created <= $on_day
  AND (a.closed IS NULL OR a.closed > $on_day)
GROUP BY a.pid
"""
MONTHS_KNOWN = 18  # how far back continuity is looked for; to verify with KIK
# Doctors' visits in primary care that are meetings: which of the person's doctors, when
# they met a doctor before, and whether it was the same.
DOCTOR_MEETING = f"""
SELECT v.pid, v.at,
  DENSE_RANK() OVER (PARTITION BY v.pid ORDER BY v.clin) AS doctor,
  LAG(v.at) OVER (PARTITION BY v.pid ORDER BY v.at, v.at_minute, v.clin) AS before,
  CASE WHEN LAG(v.clin) OVER (PARTITION BY v.pid ORDER BY v.at, v.at_minute, v.clin)
    = v.clin THEN 1 ELSE 0 END AS same_again
FROM visit AS v
WHERE v.level = 'pv' AND v.mode IN ('mottagning', 'hem', 'video')
  AND v.clin IS NOT NULL AND {one_of("LOWER(v.prof)", DOCTOR)}
"""
# Of the last eighteen months, for those with two or more: how many each person had, of
# the same doctor at most, the sum of squares, and how many were with the same doctor as
# the one before.
DOCTORS_OF_PERSON = """
SELECT n.pid AS pid, CAST(SUM(n.times) AS BIGINT) AS visits,
  CAST(SUM(n.times * n.times) AS BIGINT) AS squares, MAX(n.times) AS most,
  CAST(SUM(n.again) AS BIGINT) AS same
FROM (SELECT m.pid AS pid, m.doctor AS doctor, COUNT(*) AS times,
        SUM(CASE WHEN m.before >= $eighteen_months_ago THEN m.same_again ELSE 0 END)
          AS again
      FROM doctor_meeting AS m
      WHERE m.at >= $eighteen_months_ago AND m.at < $to
      GROUP BY m.pid, m.doctor) AS n
GROUP BY n.pid HAVING SUM(n.times) > 1
"""
# The same for every beginning of a month at once: the sums stay as they are from the
# month after a visit, or when a visit is eighteen months old, till the next such month.
_MONTH = "(YEAR({0}) * 12 + MONTH({0}) - 1)"
_FIRST_OF = "MAKE_DATE({0} // 12, {0} % 12 + 1, 1)"
DOCTOR_WINDOW = f"""
SELECT d.pid AS pid, {_FIRST_OF.format("d.begins")} AS "from",
  {_FIRST_OF.format("d.ends")} AS "to", CAST(SUM(d.times) AS BIGINT) AS visits,
  CAST(SUM(d.times * d.times) AS BIGINT) AS squares, MAX(d.times) AS most,
  CAST(SUM(d.again) AS BIGINT) AS same
FROM (SELECT c.pid AS pid, c.begins AS begins, c.ends AS ends, v.doctor AS doctor,
        COUNT(*) AS times,
        SUM(CASE WHEN v.month_before >= c.begins - {MONTHS_KNOWN} THEN v.same_again
            ELSE 0 END) AS again
      FROM (SELECT t.pid AS pid, t.month AS begins,
              LEAD(t.month) OVER (PARTITION BY t.pid ORDER BY t.month) AS ends
            FROM (SELECT m.pid AS pid, {_MONTH.format("m.at")} + 1 AS month
                  FROM doctor_meeting AS m
                  UNION
                  SELECT m.pid, {_MONTH.format("m.at")} + 1 + {MONTHS_KNOWN}
                  FROM doctor_meeting AS m) AS t) AS c
        JOIN (SELECT m.pid AS pid, m.doctor AS doctor, m.same_again AS same_again,
                {_MONTH.format("m.at")} AS month,
                {_MONTH.format("m.before")} AS month_before
              FROM doctor_meeting AS m) AS v
        ON v.pid = c.pid AND v.month >= c.begins - {MONTHS_KNOWN}
          AND v.month < c.begins
      GROUP BY c.pid, c.begins, c.ends, v.doctor) AS d
GROUP BY d.pid, d.begins, d.ends HAVING SUM(d.times) > 1
"""
DOCTORS_FROM_WINDOW = """
SELECT w.pid AS pid, w.visits AS visits, w.squares AS squares, w.most AS most,
  w.same AS same
FROM doctor_window AS w WHERE w."from" <= $to AND w."to" > $to
"""
# Kolada counts home-care visits that begin from 07:00 until 22:00.
FIRST_MINUTE, LAST_MINUTE = 7 * 60, 22 * 60
HOME_CARE_VISIT = f"""
SELECT u.client AS pid, u.staff AS staff, u."start" AS day FROM home_visit AS u
WHERE u."start" >= $window_from AND u."start" < $window_to
  AND u.start_minute >= {FIRST_MINUTE} AND u.start_minute < {LAST_MINUTE}
  AND NOT {one_of("LOWER(u.type)", NOT_CARE)}
  AND NOT {one_of("LOWER(u.org)", HOME_NURSING)}
"""
# How many members of staff met each client who had two visits every day of the window.
# Somebody who is away from home, or lives in special housing, any day of it is not
# counted.
AWAY = """
SELECT a.pid FROM home_client AS a JOIN ({window_days}) AS w
  ON COALESCE(a.absent, '') LIKE CONCAT('%', w.day, '%')
"""
HOUSED = """
SELECT r.pid FROM residence AS r
WHERE r.form IN ('säbo', 'korttids') AND r."from" < $window_to
  AND (r."to" IS NULL OR r."to" > $window_from)
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
  AND NOT EXISTS (SELECT 1 FROM ({HOUSED}) AS h WHERE h.pid = d.pid)
GROUP BY d.pid HAVING COUNT(*) = $window_days
"""

BLOCKS = {
    "housing": HOUSING,
    "home": HOME,
    "resident": RESIDENT,
    "elder": ELDER,
    "stay_in_order": STAY_IN_ORDER,
    "stay_numbered": STAY_NUMBERED,
    "care_period": CARE_PERIOD,
    "active_plan": ACTIVE_PLAN,
    "target_group": TARGET_GROUP,
    "doctor_meeting": DOCTOR_MEETING,
    "doctor_window": DOCTOR_WINDOW,
    "doctors_of_person": DOCTORS_OF_PERSON,
    "home_care_visit": HOME_CARE_VISIT,
    "staff_of_client": STAFF_OF_CLIENT,
}
# What a block stands on, in order.
STANDS_ON: dict[str, tuple[str, ...]] = {
    "home": ("housing",),
    "resident": ("housing", "home"),
    "elder": ("housing", "home", "resident"),
    "inhabitant": ("housing", "home"),  # of the engine's own
    "stay_numbered": ("stay_in_order",),
    "care_period": ("stay_in_order", "stay_numbered"),
    "target_group": ("housing", "home", "resident", "elder", "active_plan"),
    "doctor_window": ("doctor_meeting",),
    "doctors_of_person": ("doctor_meeting", "doctor_window"),
    "staff_of_client": ("home_care_visit",),
}
# Dear, and the same whatever the period: they may stand ready in the lake, in the order
# that is named, so that whoever asks for a period or an age can leave the rest unread.
PREPARED = {
    "home": "t.birth_number",
    "care_period": "YEAR(t.last_day)",
    "doctor_window": 'YEAR(t."from")',
}
# What a block becomes where that which it names stands ready.
FROM_READY = {"doctors_of_person": DOCTORS_FROM_WINDOW}
