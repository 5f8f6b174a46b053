"""SQL of the second lock over talks: the person's own, and the unit that reads now.

Used by migrations. One sender to the person does not mean that all of care reads: a
talk is the unit's that it was led to, until it is passed on.
"""

from naravard.access.lock import OPENED
from naravard.core.append_only import guard
from naravard.core.second_lock import PAGES, UNIT, UNITS, lock

HERS = f"({UNIT} IS NULL AND {OPENED})"
OURS = f"to_unit_id = ANY {UNITS}"
IN_OWN_NAME = f"""(unit_id IS NOT DISTINCT FROM {UNIT}
    AND assignment_id IS NOT DISTINCT FROM (SELECT lock_said('assignment')))"""
OF_TALK = "EXISTS (SELECT FROM dialogue_talk t WHERE t.id = talk_id)"
OF_OUR_LETTER = f"""EXISTS (SELECT FROM dialogue_letter l
    WHERE l.line_id = dialogue_talkline.id AND l.unit_id = ANY {UNITS})"""

TABLES = "\n".join(
    [
        lock("dialogue_toldwishes", reads=OPENED, adds=f"{OPENED} AND {IN_OWN_NAME}"),
        lock(
            "dialogue_talk",
            reads=f"{HERS} OR {OURS}",
            adds=HERS,
            changes=f"{HERS} OR {OURS}",
        ),
        lock(
            "dialogue_talkline",
            reads=f"{OF_TALK} OR {OF_OUR_LETTER}",
            adds=f"{OF_TALK} AND {IN_OWN_NAME}",
        ),
        lock(
            "dialogue_letter",
            reads=f"unit_id = ANY {UNITS}",
            adds=f"unit_id = {UNIT}",
            changes=f"unit_id = ANY {UNITS}",
        ),
    ]
)

# A unit that passes a talk on reads it no more, so the last thing it does with it is
# done for it: only to who takes part in a plan she has said yes to, or her own centre.
LEAD_ON_SQL = """
CREATE FUNCTION lock_pass_on_talk(
    asked uuid, receiver uuid, moment timestamptz, last timestamptz
) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
    talk dialogue_talk;
BEGIN
    SELECT * INTO talk FROM dialogue_talk WHERE id = asked FOR UPDATE;
    IF talk.id IS NULL OR NOT COALESCE(talk.to_unit_id = ANY (lock_units()), false) THEN
        RETURN false;
    END IF;
    IF NOT EXISTS (SELECT FROM people_person p
            WHERE p.id = talk.person_id AND p.listed_unit_id = receiver)
        AND NOT (lock_plan_is_shared(talk.person_id) AND EXISTS (
            SELECT FROM plan_plan p JOIN plan_planparty y ON y.plan_id = p.id
            WHERE p.person_id = talk.person_id AND y.unit_id = receiver
            AND y.left_at IS NULL AND p.status NOT IN ('closed', 'withdrawn')))
    THEN
        RETURN false;
    END IF;
    UPDATE dialogue_talk SET to_unit_id = receiver, to_name = '',
        because = 'passed_on', changed_at = moment, answer_by = last,
        reserve_unit_id = NULL
        WHERE id = asked;
    RETURN true;
END $$;
REVOKE ALL ON FUNCTION lock_pass_on_talk(uuid, uuid, timestamptz, timestamptz)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lock_pass_on_talk(uuid, uuid, timestamptz, timestamptz)
    TO {pages};
"""
LEAD_ON = LEAD_ON_SQL.format(pages=PAGES)
# What she has told is never changed by a page either, but follows her when two rows
# turn out to be one person.
ONLY_ADDED_TO = guard("dialogue_talkline")

STEPS = (TABLES, LEAD_ON, ONLY_ADDED_TO)
