"""SQL of the second lock over the codes of packs, and the one door they open.

Used by migrations. A unit that holds a code is not in the plan yet and sees none of
its rows; the function lets it in when the code, the person and the time are right.
"""

from naravard.core.second_lock import PAGES, lock
from naravard.plan.lock import IN_OWN_NAME, WORKS

CODES = lock("plan_packcode", reads=WORKS, adds=f"{WORKS} AND {IN_OWN_NAME}")

OPEN_PACK_SQL = """
CREATE FUNCTION lock_open_pack(
    person uuid, code text, moment timestamptz, side text
) RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
    entering uuid := lock_unit();
    opened uuid;
BEGIN
    IF entering IS NULL OR NOT COALESCE(person = ANY (lock_persons()), false)
        OR NOT lock_plan_is_shared(person) THEN
        RETURN NULL;
    END IF;
    UPDATE plan_packcode SET used_at = moment, used_unit_id = entering
        WHERE person_id = person AND digest = code AND used_at IS NULL
            AND made_at <= moment AND expires_at > moment
        RETURNING plan_id INTO opened;
    IF opened IS NULL THEN
        RETURN NULL;
    END IF;
    INSERT INTO plan_planparty
        (plan_id, unit_id, principal, joined_at, left_at, left_because)
        VALUES (opened, entering, side, moment, NULL, '')
        ON CONFLICT (plan_id, unit_id)
        DO UPDATE SET left_at = NULL, left_because = '';
    RETURN opened;
END $$;
REVOKE ALL ON FUNCTION lock_open_pack(uuid, text, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_open_pack(uuid, text, timestamptz, text) TO {pages};
"""
OPEN_PACK = OPEN_PACK_SQL.format(pages=PAGES)

STEPS = (CODES, OPEN_PACK)
