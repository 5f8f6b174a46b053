"""SQL of the second lock: the log about a person, also from before two rows were one.

Used by migrations. The log is only added to, so what was read under a number that has
been merged stands there still; the doors to the log look for it too.
"""

from naravard.access.lock_log import READING_OPENED_LOG, ROWS_OF_LOG

# The row itself and those merged into it, unless they have been parted again.
ROWS_OF_PERSON = """
CREATE FUNCTION lock_rows_of_person(person uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN ARRAY(
        WITH RECURSIVE own AS (
            SELECT person AS id
            UNION
            SELECT m.merged_id FROM people_personmerge m JOIN own ON m.kept_id = own.id
            WHERE m.undoes_id IS NULL AND NOT EXISTS (
                SELECT FROM people_personmerge u WHERE u.undoes_id = m.id)
        )
        SELECT id FROM own);
END $$;
REVOKE ALL ON FUNCTION lock_rows_of_person(uuid) FROM PUBLIC;
"""


def _of_all_rows(doors: str) -> str:
    return (
        doors.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
        .replace("l.subjects @> ARRAY[person]", "l.subjects && own")
        .replace(
            "(l.actor_person_id IS NOT DISTINCT FROM person) = herself",
            "COALESCE(l.actor_person_id = ANY (own), false) = herself",
        )
        .replace(
            "only_of uuid := organisation;",
            "only_of uuid := organisation;\n"
            "    own uuid[] := lock_rows_of_person(person);",
        )
    )


STEPS = (
    ROWS_OF_PERSON,
    _of_all_rows(READING_OPENED_LOG),
    _of_all_rows(ROWS_OF_LOG),
)
