"""SQL of the second lock over visits: the team, who asked, or who opened the record.

Used by migrations. A team's key is its unit's.
"""

from naravard.access.lock import OPENED
from naravard.core.append_only import guard
from naravard.core.second_lock import JOBS, PAGES, UNIT, allow, let, lock

OURS = f"team_id = {UNIT}"
ASKED = f"from_unit_id = {UNIT}"
ASKED_FOR = f"""EXISTS (SELECT FROM mobile_visitrequest r
    WHERE r.id = request_id AND r.from_unit_id = {UNIT})"""
OF_VISIT = "EXISTS (SELECT FROM mobile_visit v WHERE v.id = visit_id)"
OF_OUR_VISIT = f"""EXISTS (SELECT FROM mobile_visit v
    WHERE v.id = visit_id AND v.team_id = {UNIT})"""

TABLES = "\n".join(
    [
        lock(
            "mobile_visitrequest",
            reads=f"{OURS} OR {ASKED} OR {OPENED}",
            adds=ASKED,
            changes=f"{OURS} OR {ASKED}",
        ),
        lock(
            "mobile_enrolment",
            reads=f"{OURS} OR {OPENED}",
            adds=OURS,
            changes=OURS,
        ),
        lock(
            "mobile_homeorder",
            reads=f"{OURS} OR {ASKED} OR {OPENED}",
            adds=ASKED,
            changes=f"{OURS} OR {ASKED}",
        ),
        lock(
            "mobile_visit",
            reads=f"{OURS} OR {OPENED} OR {ASKED_FOR}",
            adds=OURS,
            changes=OURS,
        ),
        lock("mobile_visitnote", reads=OF_VISIT, adds=OF_OUR_VISIT),
        lock(
            "mobile_stop",
            reads=OF_VISIT,
            adds=OF_OUR_VISIT,
            changes=OF_OUR_VISIT,
        ),
        lock("mobile_dayplan", reads=OURS, adds=OURS),
        allow("mobile_visitnote", pages="SELECT, INSERT", jobs="SELECT, INSERT"),
        allow("mobile_dayplan", pages="SELECT, INSERT", jobs="SELECT, INSERT"),
    ]
)

# Whoever asks a team gives it a relation to the person: it has got a referral.
OF_REQUEST = f"""EXISTS (SELECT FROM mobile_visitrequest r
    WHERE r.id = access_carerelation.source
    AND r.person_id = access_carerelation.person_id
    AND r.team_id = access_carerelation.unit_id AND r.from_unit_id = {UNIT})"""
IN_ACCESS = "\n".join(
    let(
        "access_carerelation",
        "asked_teams",
        reads=OF_REQUEST,
        adds=OF_REQUEST,
        changes=OF_REQUEST,
    )
)

# The door for those who see sums and never a person: one row a municipality. A team's
# visits count in the municipality where the person is registered; groups of fewer than
# five persons are counted as nobody.
REACHED = """
CREATE FUNCTION mobile_reached(first_day date, last_day date, asked_at timestamptz)
RETURNS TABLE (municipality varchar, visits bigint, known bigint, requests bigint,
    in_time bigint, unserved bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY WITH made AS (
        SELECT v.id, v.day, v.person_id, p.registered_in AS code, row_number() OVER (
            PARTITION BY v.person_id, h.assignment_id ORDER BY v.day, s.starts_at, s.id
        ) AS nth
        FROM mobile_stop s JOIN mobile_shift h ON h.id = s.shift_id
        JOIN mobile_visit v ON v.id = s.visit_id
        JOIN people_person p ON p.id = v.person_id
        WHERE v.state = 'done' AND v.day <= last_day
    ), visited AS (
        SELECT code, count(DISTINCT id) AS visits,
            count(DISTINCT id) FILTER (WHERE nth > 1) AS known
        FROM made WHERE day >= first_day
        GROUP BY code HAVING count(DISTINCT person_id) >= 5
    ), asked AS (
        SELECT p.registered_in AS code, count(*) AS requests,
            count(*) FILTER (WHERE COALESCE(r.answered_at, mobile_reached.asked_at)
                <= r.answer_by) AS in_time,
            count(*) FILTER (WHERE r.state = 'declined') AS unserved
        FROM mobile_visitrequest r JOIN people_person p ON p.id = r.person_id
        WHERE (r.asked_at AT TIME ZONE 'Europe/Stockholm')::date
            BETWEEN first_day AND last_day
        GROUP BY p.registered_in HAVING count(DISTINCT r.person_id) >= 5
    )
    SELECT COALESCE(visited.code, asked.code), COALESCE(visited.visits, 0),
        COALESCE(visited.known, 0), COALESCE(asked.requests, 0),
        COALESCE(asked.in_time, 0), COALESCE(asked.unserved, 0)
    FROM visited FULL JOIN asked USING (code) ORDER BY 1;
END $$;
"""

STEPS = (TABLES, IN_ACCESS, REACHED)

# Whoever orders of a team gives it a relation to the person as well.
OF_ORDER = f"""EXISTS (SELECT FROM mobile_homeorder o
    WHERE o.id = access_carerelation.source
    AND o.person_id = access_carerelation.person_id
    AND o.team_id = access_carerelation.unit_id
    AND {UNIT} IN (o.from_unit_id, o.team_id))"""
OF_ORDERS = "\n".join(
    let(
        "access_carerelation",
        "ordered_teams",
        reads=OF_ORDER,
        adds=OF_ORDER,
        changes=OF_ORDER,
    )
)

# Whoever ordered an X-ray sees the visit that it became.
OF_ORDERED = f"""EXISTS (SELECT FROM mobile_homeorder o
    WHERE o.visit_id = mobile_visit.id AND o.from_unit_id = {UNIT})"""
OF_ORDERED_VISITS = "\n".join(let("mobile_visit", "ordered", reads=OF_ORDERED))

# Minutes of driving by straight line, road factor and speed: the same rule as
# `rules/travel.estimated_minutes`, which a test holds it to.
MINUTES = """
CREATE FUNCTION mobile_minutes(a_lat float8, a_lon float8, b_lat float8, b_lon float8)
RETURNS float8 LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN a_lat = b_lat AND a_lon = b_lon THEN 0 ELSE round(60 * km
        / CASE WHEN km <= 3 THEN 30 WHEN km <= 15 THEN 50 ELSE 70 END + 2) END
    FROM (SELECT 2 * 6371 * 1.35 * asin(sqrt(
        power(sin(radians(b_lat - a_lat) / 2), 2)
        + cos(radians(a_lat)) * cos(radians(b_lat))
        * power(sin(radians(b_lon - a_lon) / 2), 2))) AS km) AS way
$$;
"""

# How far it is to the nearest team of each kind that goes there: sums of inhabitants
# by municipality, counted in squares of about a kilometre.
NEARNESS = """
CREATE FUNCTION mobile_nearness()
RETURNS TABLE (kind varchar, municipality varchar, inhabitants bigint, placed bigint,
    within_30 bigint, within_60 bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY WITH squares AS (
        SELECT p.registered_in AS code, round(p.latitude::numeric, 2)::float8 AS lat,
            round(p.longitude::numeric, 2)::float8 AS lon, count(*) AS lives
        FROM people_person p
        WHERE p.deceased_on IS NULL AND p.registered_in <> ''
        GROUP BY 1, 2, 3
    ), nearest AS (
        SELECT t.kind, s.code, s.lives, s.lat IS NOT NULL AS is_placed, min(
            mobile_minutes(t.latitude, t.longitude, s.lat, s.lon)) AS minutes
        FROM squares s JOIN mobile_team t
            ON s.code = ANY (t.municipalities) AND t.state = 'active'
        GROUP BY t.kind, s.code, s.lat, s.lon, s.lives
    )
    SELECT n.kind, n.code, sum(n.lives)::bigint,
        COALESCE(sum(n.lives) FILTER (WHERE n.is_placed), 0)::bigint,
        COALESCE(sum(n.lives) FILTER (WHERE n.minutes <= 30), 0)::bigint,
        COALESCE(sum(n.lives) FILTER (WHERE n.minutes <= 60), 0)::bigint
    FROM nearest n GROUP BY n.kind, n.code HAVING sum(n.lives) >= 5 ORDER BY 1, 2;
END $$;
"""

# What each team's time went to: minutes driven there and back, at visits, and at work.
DRIVEN = """
CREATE FUNCTION mobile_driven(first_day date, last_day date)
RETURNS TABLE (team uuid, visits bigint, driven float8, visiting float8, working float8)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY WITH stops AS (
        SELECT h.team_id, h.id AS shift_id, v.id AS visit_id, v.person_id,
            v.latitude, v.longitude, s.starts_at,
            extract(epoch FROM s.ends_at - s.starts_at) / 60 AS minutes,
            lag(v.latitude, 1, t.latitude) OVER ordered AS from_lat,
            lag(v.longitude, 1, t.longitude) OVER ordered AS from_lon,
            lead(s.id) OVER ordered IS NULL AS is_last, t.latitude AS base_lat,
            t.longitude AS base_lon
        FROM mobile_stop s JOIN mobile_shift h ON h.id = s.shift_id
        JOIN mobile_visit v ON v.id = s.visit_id
        JOIN mobile_team t ON t.unit_id = h.team_id
        WHERE v.state = 'done' AND h.day BETWEEN first_day AND last_day
        WINDOW ordered AS (PARTITION BY h.id ORDER BY s.starts_at, s.id)
    ), shifts AS (
        SELECT h.team_id, sum(extract(epoch FROM
            COALESCE(h.left_at, h.ends_at) - h.starts_at) / 60) AS minutes
        FROM mobile_shift h
        WHERE EXISTS (SELECT FROM stops s WHERE s.shift_id = h.id)
        GROUP BY h.team_id
    )
    SELECT s.team_id, count(DISTINCT s.visit_id),
        sum(mobile_minutes(s.from_lat, s.from_lon, s.latitude, s.longitude)
            + CASE WHEN s.is_last THEN mobile_minutes(
                s.latitude, s.longitude, s.base_lat, s.base_lon) ELSE 0 END),
        sum(s.minutes)::float8, max(w.minutes)::float8
    FROM stops s JOIN shifts w ON w.team_id = s.team_id
    GROUP BY s.team_id HAVING count(DISTINCT s.person_id) >= 5;
END $$;
"""

SUMS = (OF_ORDERS, OF_ORDERED_VISITS, MINUTES, NEARNESS, DRIVEN)

# Whose visit it is, to whoever works in a unit and has its number: the person's record
# is then opened, or not, and the row itself is shown only after that.
WHOSE_VISIT_SQL = """
CREATE FUNCTION lock_whose_visit(asked uuid)
RETURNS TABLE (person_id uuid, team_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF lock_unit() IS NULL AND NOT lock_is_open() THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT v.person_id, v.team_id FROM mobile_visit v WHERE v.id = asked;
END $$;
REVOKE ALL ON FUNCTION lock_whose_visit(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_whose_visit(uuid) TO {pages}, {jobs};
"""
WHOSE_VISIT = WHOSE_VISIT_SQL.format(pages=PAGES, jobs=JOBS)

# A promised time that moved is the visit's; a change of a team names staff only.
MOVED_PROMISES = "\n".join(
    [
        lock(
            "mobile_movedpromise",
            reads=OF_VISIT,
            adds=OF_OUR_VISIT,
            changes=OF_OUR_VISIT,
        ),
        allow(
            "mobile_movedpromise",
            pages="SELECT, INSERT, UPDATE",
            jobs="SELECT, INSERT, UPDATE",
        ),
    ]
)
TEAM_CHANGES = guard("mobile_teamchange")

# How promises were kept, as sums: visits that a request gave a longest wait, and times
# that were told. The municipality is where the person is registered.
KEPT = """
CREATE FUNCTION mobile_kept(first_day date, last_day date, asked_at timestamptz)
RETURNS TABLE (municipality varchar, due bigint, in_time bigint, told bigint,
    moved bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY WITH waited AS (
        SELECT p.registered_in AS code, count(*) AS due,
            count(*) FILTER (WHERE v.begun_at <= v.due_by) AS in_time
        FROM mobile_visit v JOIN people_person p ON p.id = v.person_id
        WHERE (v.due_by AT TIME ZONE 'Europe/Stockholm')::date
                BETWEEN first_day AND last_day
            AND (v.due_by < mobile_kept.asked_at OR v.begun_at IS NOT NULL)
            AND v.state <> 'cancelled'
        GROUP BY p.registered_in HAVING count(DISTINCT v.person_id) >= 5
    ), promised AS (
        SELECT p.registered_in AS code, count(*) AS told,
            count(*) FILTER (WHERE EXISTS (
                SELECT FROM mobile_movedpromise m
                WHERE m.visit_id = v.id AND m.taken_back_at IS NULL)) AS moved
        FROM mobile_visit v JOIN people_person p ON p.id = v.person_id
        WHERE v.day BETWEEN first_day AND last_day AND (v.promised_from IS NOT NULL
            OR EXISTS (SELECT FROM mobile_movedpromise m WHERE m.visit_id = v.id))
        GROUP BY p.registered_in HAVING count(DISTINCT v.person_id) >= 5
    )
    SELECT COALESCE(waited.code, promised.code), COALESCE(waited.due, 0),
        COALESCE(waited.in_time, 0), COALESCE(promised.told, 0),
        COALESCE(promised.moved, 0)
    FROM waited FULL JOIN promised USING (code) ORDER BY 1;
END $$;
"""

PROMISES = (MOVED_PROMISES, TEAM_CHANGES, KEPT)
