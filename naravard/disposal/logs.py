"""SQL of erasing old logs: an owner's reviews, and months of the access log.

Used by migrations. A month is a table of its own and goes whole; its seals stay.
"""

from naravard.operation.retention import Kept
from naravard.review.rules import CLOSED

INSIDE = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$"
CLOSED_REVIEWS = ", ".join(sorted(f"'{status.value}'" for status in CLOSED))
LOGS = f"""
CREATE FUNCTION disposal_erase_reviews(decision bigint) RETURNS void {INSIDE}
DECLARE
    asked disposal_decision;
    persons uuid[];
    picks uuid[];
BEGIN
    SELECT * INTO asked FROM disposal_decision WHERE id = decision FOR UPDATE;
    IF asked.state IS DISTINCT FROM 'approved' OR asked.kept <> '{Kept.ACCESS_LOG}'
        OR asked.before > disposal_today()
            - make_interval(years => disposal_years(asked.kept)) THEN
        RAISE EXCEPTION 'nobody has approved that this is erased'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO disposal_ticket VALUES (pg_current_xact_id());
    picks := ARRAY(SELECT id FROM review_pick WHERE status IN ({CLOSED_REVIEWS})
        AND organisation_id = asked.organisation_id AND day < asked.before);
    persons := ARRAY(SELECT person_id FROM review_pick WHERE id = ANY (picks));
    DELETE FROM review_word WHERE pick_id = ANY (picks);
    DELETE FROM review_pick WHERE id = ANY (picks);
    WITH gone AS (
        DELETE FROM access_emergency e USING people_assignment a, people_careunit u
        WHERE a.id = e.assignment_id AND u.id = a.unit_id AND e.ends_at < asked.before
        AND u.organisation_id = asked.organisation_id RETURNING e.person_id
    ) SELECT persons || COALESCE(array_agg(person_id), '{{}}') INTO persons FROM gone;
    WITH gone AS (
        DELETE FROM access_liftrequest r USING people_careunit u
        WHERE u.id = r.unit_id AND r.ends_at < asked.before
        AND u.organisation_id = asked.organisation_id RETURNING r.person_id
    ) SELECT persons || COALESCE(array_agg(person_id), '{{}}') INTO persons FROM gone;
    PERFORM disposal_count(decision, 'review', cardinality(persons));
    DELETE FROM disposal_ticket WHERE written_in = pg_current_xact_id();
END $$;
CREATE FUNCTION disposal_take_month(month date) RETURNS boolean {INSIDE}
DECLARE
    month_table text := 'access_log_' || to_char(month, 'YYYY_MM');
    wanted boolean;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_inherits
        WHERE inhrelid = to_regclass('public.' || month_table)
        AND inhparent = 'access_accesslogentry'::regclass) THEN
        RETURN false;
    END IF;
    IF extract(year FROM month) + disposal_years('{Kept.ACCESS_LOG}')
        >= extract(year FROM disposal_today()) THEN
        RAISE EXCEPTION 'the log of % is still to be kept', month
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    EXECUTE format('SELECT EXISTS (SELECT FROM %I l WHERE l.organisation_id IS NOT NULL'
        ' AND NOT EXISTS (SELECT FROM disposal_decision d WHERE d.kept = %L'
        ' AND d.organisation_id = l.organisation_id'
        ' AND d.state IN (''approved'', ''done'')'
        ' AND d.before >= %L::date + interval ''1 month''))',
        month_table, '{Kept.ACCESS_LOG}', month) INTO wanted;
    IF wanted THEN
        RETURN false;
    END IF;
    EXECUTE format('DROP TABLE public.%I', month_table);
    RETURN true;
END $$;
"""
