"""SQL of the second lock over shifts and terms, and needs not met as sums."""

from naravard.core.second_lock import allow, lock
from naravard.mobile.lock import OURS

# A shift names staff only; a team writes and takes away its own.
SHIFTS = "\n".join(
    [
        lock("mobile_shift", reads="true", adds=OURS, changes=OURS, removes=OURS),
        allow(
            "mobile_shift",
            pages="SELECT, INSERT, UPDATE, DELETE",
            jobs="SELECT, INSERT, UPDATE, DELETE",
        ),
    ]
)

# What a county has agreed on is written by whoever loads its file.
TERMS = allow(
    "mobile_visitterms", pages="SELECT", jobs="SELECT, INSERT, UPDATE, DELETE"
)

# Needs that were not met, each way by itself, as persons by municipality: who got a no,
# no answer in time, waited too long, was called off by the team, or nobody came to.
UNSERVED = """
CREATE FUNCTION mobile_unserved(first_day date, last_day date, asked_at timestamptz)
RETURNS TABLE (municipality varchar, asking bigint, declined bigint, unanswered bigint,
    waiting bigint, late bigint, visited bigint, cancelled bigint, not_made bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    today date := (mobile_unserved.asked_at AT TIME ZONE 'Europe/Stockholm')::date;
BEGIN
    RETURN QUERY WITH asks AS (
        SELECT p.registered_in AS code, count(DISTINCT r.person_id) AS asking,
            count(DISTINCT r.person_id) FILTER (WHERE r.state = 'declined') AS declined,
            count(DISTINCT r.person_id) FILTER (WHERE r.state = 'asked'
                AND r.answer_by < mobile_unserved.asked_at) AS unanswered
        FROM mobile_visitrequest r JOIN people_person p ON p.id = r.person_id
        WHERE (r.asked_at AT TIME ZONE 'Europe/Stockholm')::date
            BETWEEN first_day AND last_day
        GROUP BY p.registered_in
    ), waits AS (
        SELECT p.registered_in AS code, count(DISTINCT v.person_id) AS waiting,
            count(DISTINCT v.person_id) FILTER (WHERE v.begun_at IS NULL
                OR v.begun_at > v.due_by) AS late
        FROM mobile_visit v JOIN people_person p ON p.id = v.person_id
        WHERE (v.due_by AT TIME ZONE 'Europe/Stockholm')::date
                BETWEEN first_day AND last_day
            AND (v.due_by < mobile_unserved.asked_at OR v.begun_at IS NOT NULL)
            AND v.state <> 'cancelled'
        GROUP BY p.registered_in
    ), visits AS (
        SELECT p.registered_in AS code, count(DISTINCT v.person_id) AS visited,
            count(DISTINCT v.person_id) FILTER (WHERE v.state = 'cancelled'
                AND r.state IS DISTINCT FROM 'withdrawn') AS cancelled,
            count(DISTINCT v.person_id) FILTER (WHERE v.day < today
                AND v.state IN ('waiting', 'planned')) AS not_made
        FROM mobile_visit v JOIN people_person p ON p.id = v.person_id
        LEFT JOIN mobile_visitrequest r ON r.id = v.request_id
        WHERE v.day BETWEEN first_day AND last_day
        GROUP BY p.registered_in
    )
    SELECT code, COALESCE(asks.asking, 0), COALESCE(asks.declined, 0),
        COALESCE(asks.unanswered, 0), COALESCE(waits.waiting, 0),
        COALESCE(waits.late, 0), COALESCE(visits.visited, 0),
        COALESCE(visits.cancelled, 0), COALESCE(visits.not_made, 0)
    FROM asks FULL JOIN waits USING (code) FULL JOIN visits USING (code)
    WHERE GREATEST(asks.asking, waits.waiting, visits.visited) >= 5 ORDER BY 1;
END $$;
"""

LIMITS = (SHIFTS, TERMS, UNSERVED)
