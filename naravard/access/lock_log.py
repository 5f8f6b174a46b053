"""SQL of the second lock, added later: the log apart from the record, and emergencies.

Used by migrations.
"""

from naravard.access.lock import (
    NOT_OPENING,
    OPENED,
    OPENING_SQL,
    READING_LOG,
    RESTING_ON_RELATION,
)
from naravard.core.second_lock import PAGES, lock

# An opening of the log shows the log and nothing else: the one who reviews
# who has read is never let into the record itself.
OPENING_OF_LOG = (
    OPENING_SQL.format(
        resting_on_relation=RESTING_ON_RELATION, not_opening=NOT_OPENING, pages=PAGES
    )
    .split("CREATE TRIGGER", maxsplit=1)[0]
    .replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    .replace(
        "    PERFORM set_config(",
        """    IF NEW.category = 'access_log' THEN
        PERFORM set_config('naravard.log_opened', concat_ws(',',
            NULLIF(current_setting('naravard.log_opened', true), ''), person), true);
        RETURN NULL;
    END IF;
    PERFORM set_config(""",
    )
)
LOG_OF_OPENED = """
CREATE FUNCTION lock_logs() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN lock_persons() || string_to_array(
        NULLIF(current_setting('naravard.log_opened', true), ''), ',')::uuid[];
END $$;
"""
READING_OPENED_LOG = (
    READING_LOG.split("CREATE FUNCTION access_log_to_review", maxsplit=1)[0]
    .replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    .replace("person = ANY (lock_persons())", "person = ANY (lock_logs())")
)
# Chosen rows about an opened person, such as those that a review is about.
ROWS_OF_LOG = """
CREATE FUNCTION access_log_rows(person uuid, organisation uuid, entries bigint[])
RETURNS SETOF access_accesslogentry LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public ROWS 10 AS $$
DECLARE
    only_of uuid := organisation;
BEGIN
    IF NOT lock_is_open() THEN
        IF NOT COALESCE(person = ANY (lock_logs()), false) THEN
            RETURN;
        END IF;
        only_of := COALESCE(lock_organisation(), organisation);
    END IF;
    RETURN QUERY SELECT l.* FROM access_accesslogentry l
    WHERE l.id = ANY (entries) AND l.subjects @> ARRAY[person]
    AND (only_of IS NULL OR l.organisation_id = only_of)
    ORDER BY l.at DESC, l.id DESC;
END $$;
"""
# One's own emergencies, and those about oneself.
EMERGENCIES = lock(
    "access_emergency",
    reads=f"assignment_id = (SELECT lock_said('assignment')) OR {OPENED}",
    adds="assignment_id = (SELECT lock_said('assignment'))",
    changes="assignment_id = (SELECT lock_said('assignment'))",
)
STEPS = (
    OPENING_OF_LOG,
    LOG_OF_OPENED,
    READING_OPENED_LOG,
    ROWS_OF_LOG,
    EMERGENCIES,
)
