"""SQL of the second lock over visits: the team, who asked, or who opened the record.

Used by migrations. A team's key is its unit's.
"""

from naravard.access.lock import OPENED
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
