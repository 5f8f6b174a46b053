"""SQL of erasing: the one path by which what is only added to may be taken away.

Used by migrations. The functions have the owner's rights, ask for an approval each
time, and try the law's time once more by the database's own clock. While one of them
runs the transaction holds a ticket, which the append-only guards look for; nobody
else can write one.
"""

from naravard.core.append_only import FUNCTION as REFUSE_CHANGE
from naravard.core.second_lock import JOBS, PAGES
from naravard.disposal.holdings import (
    GAP,
    KEEPS_PERSON,
    OF_PERSON,
    PARTS,
    POINTING_AT,
)
from naravard.disposal.keeping import STEPS as WHAT_IS_KEPT
from naravard.disposal.logs import INSIDE, LOGS
from naravard.operation.retention import RULES, Kept

# The ticket: written and torn within one call, so that no other ever sees one.
MAY_GO = ", ".join(
    sorted(
        {f"'{table}'" for parts in PARTS.values() for table, _which in parts}
        | {f"'{table}'" for table, _column in OF_PERSON}
        | {"'people_personmerge'", "'review_word'"}
    )
)
TICKET = f"""
CREATE TABLE disposal_ticket (written_in xid8 PRIMARY KEY);
REVOKE ALL ON disposal_ticket FROM {PAGES}, {JOBS};
CREATE FUNCTION disposal_has_ticket(table_name text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN table_name IN ({MAY_GO}) AND EXISTS (
        SELECT FROM disposal_ticket WHERE written_in = pg_current_xact_id());
END $$;
"""

COUNT = f"""
CREATE FUNCTION disposal_count(decision bigint, counted text, how_many integer)
RETURNS void {INSIDE}
BEGIN
    INSERT INTO disposal_tally AS t (decision_id, what, number)
    VALUES (decision, counted, how_many)
    ON CONFLICT (decision_id, what) DO UPDATE SET number = t.number + EXCLUDED.number;
END $$;
"""


def _statements(lines: list[str]) -> str:
    return "\n        ".join(lines)


def _remove(thing: str) -> str:
    """The branch that takes away one kind of thing."""
    emptied = [
        f"UPDATE {table} SET {column} = NULL WHERE {column} = asked;"
        for table, column in POINTING_AT.get(thing, ())
    ]
    gone = [f"DELETE FROM {table} WHERE {which};" for table, which in PARTS[thing]]
    return f"    WHEN '{thing}' THEN\n        {_statements(emptied + gone)}"


REMOVE = f"""
CREATE FUNCTION disposal_remove(thing text, asked uuid) RETURNS void {INSIDE}
BEGIN
    CASE thing
{chr(10).join(_remove(thing) for thing in PARTS)}
    END CASE;
    DELETE FROM disposal_letgo WHERE object_id = asked;
END $$;
"""

# The owner's own words inside what others hold go; what others were sent stays theirs.
LET_GO = f"""
CREATE FUNCTION disposal_let_go(
    decision bigint, owner uuid, owner_kept text, person uuid, one_thing uuid
) RETURNS void {INSIDE}
DECLARE
    held record;
    units uuid[] := ARRAY(SELECT u.id FROM people_careunit u
        JOIN people_organisation o ON o.id = u.organisation_id
        WHERE o.id = owner AND disposal_kept(u.kind, o.kind) = owner_kept);
    mine uuid[] := ARRAY(SELECT DISTINCT h.id FROM disposal_held h
        WHERE h.organisation_id = owner AND h.kept = owner_kept
        AND h.person_id = person AND (one_thing IS NULL OR h.id = one_thing));
BEGIN
    UPDATE discharge_caseevent SET details = jsonb_build_object('erased', true)
        WHERE case_id = ANY (mine) AND unit_id = ANY (units) AND details <> '{{}}';
    UPDATE plan_teamnote SET text = '{GAP}'
        WHERE plan_id = ANY (mine) AND unit_id = ANY (units);
    FOR held IN SELECT DISTINCT h.thing, h.id FROM disposal_holding h
        WHERE h.person_id = person AND h.id = ANY (mine)
    LOOP
        INSERT INTO disposal_letgo (object_id, organisation_id, kept, at)
        VALUES (held.id, owner, owner_kept, now())
        ON CONFLICT (object_id, organisation_id, kept) DO UPDATE SET at = now();
        IF EXISTS (SELECT FROM disposal_held h
            WHERE h.person_id = person AND h.id = held.id) THEN
            PERFORM disposal_count(decision, held.thing || ':shared', 1);
        ELSE
            PERFORM disposal_remove(held.thing, held.id);
            PERFORM disposal_count(decision, held.thing, 1);
        END IF;
    END LOOP;
    IF one_thing IS NULL THEN
        DELETE FROM access_carerelation WHERE person_id = person
            AND unit_id = ANY (units) AND ends_at < disposal_now();
        DELETE FROM access_consent WHERE person_id = person AND unit_id = ANY (units)
            AND (withdrawn_at IS NOT NULL OR valid_to < disposal_now());
        DELETE FROM access_changeentry c USING people_assignment a, disposal_decision d
            WHERE c.person_id = person AND a.id = c.assignment_id
            AND a.unit_id = ANY (units) AND d.id = decision
            AND (c.at AT TIME ZONE 'Europe/Stockholm')::date <= d.before;
    END IF;
END $$;
"""

FORGET = f"""
CREATE FUNCTION disposal_forget(decision bigint, person uuid) RETURNS boolean {INSIDE}
DECLARE
    rows uuid[] := lock_rows_of_person(person);
BEGIN
    IF EXISTS (SELECT FROM disposal_held WHERE person_id = ANY (rows))
        OR EXISTS (SELECT FROM people_person WHERE id = person
            AND deceased_on IS NULL AND (listed_unit_id IS NOT NULL
                OR EXISTS (SELECT FROM access_block WHERE person_id = ANY (rows)
                    AND lifted_at IS NULL)))
        OR EXISTS (SELECT FROM access_carerelation WHERE person_id = ANY (rows)
            AND (ends_at IS NULL OR ends_at >= disposal_now()))
        {
    _statements(
        [
            f"OR EXISTS (SELECT FROM {table} WHERE {column} = ANY (rows))"
            for table, column in KEEPS_PERSON
        ]
    )
}
    THEN
        RETURN false;
    END IF;
    PERFORM disposal_remove(left_over.thing, left_over.id) FROM (
        SELECT 'plan' AS thing, id FROM plan_plan WHERE person_id = ANY (rows)
        UNION ALL SELECT 'message', id FROM care_messages_message
            WHERE person_id = ANY (rows)) left_over;
    {
    _statements(
        [
            f"DELETE FROM {table} WHERE {column} = ANY (rows);"
            for table, column in OF_PERSON
        ]
    )
}
    DELETE FROM people_personmerge WHERE kept_id = ANY (rows)
        OR merged_id = ANY (rows);
    PERFORM disposal_count(decision, 'person', 1);
    RETURN true;
END $$;
"""

# At least so many years by the database's own clock, whatever the caller says.
YEARS = " ".join(
    f"WHEN '{kept}' THEN {min(rule.years for rule in RULES if rule.kept is kept)}"
    for kept in Kept
)
ERASE = f"""
CREATE FUNCTION disposal_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT now()
$$;
CREATE FUNCTION disposal_today() RETURNS date LANGUAGE sql STABLE AS $$
    SELECT (disposal_now() AT TIME ZONE 'Europe/Stockholm')::date
$$;
CREATE FUNCTION disposal_years(kept text) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE kept {YEARS} END
$$;
CREATE FUNCTION disposal_erase(item bigint, on_day date) RETURNS boolean {INSIDE}
DECLARE
    asked record;
    held disposal_record;
    stays text := '';
BEGIN
    SELECT d.*, i.person_id, i.object_id INTO asked
        FROM disposal_item i JOIN disposal_decision d ON d.id = i.decision_id
        WHERE i.id = item FOR UPDATE OF i;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    IF asked.state <> 'approved' OR asked.approved_by = '' OR asked.reference = '' THEN
        RAISE EXCEPTION 'nobody has approved that this is erased'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF asked.ground = 'time' THEN
        SELECT * INTO held FROM disposal_record r WHERE r.person_id = asked.person_id
            AND r.organisation_id = asked.organisation_id AND r.kept = asked.kept;
        stays := CASE WHEN held.person_id IS NULL THEN 'nothing'
            WHEN held.last_on >= LEAST(asked.before, (disposal_today()
                - make_interval(years => disposal_years(asked.kept)))::date)
                THEN 'entered'
            ELSE disposal_exception(held, LEAST(on_day, disposal_today())) END;
    END IF;
    IF stays = '' THEN
        INSERT INTO disposal_ticket VALUES (pg_current_xact_id());
        PERFORM disposal_let_go(asked.id, asked.organisation_id, asked.kept,
            asked.person_id, asked.object_id);
        PERFORM disposal_count(asked.id, 'record', 1);
        DELETE FROM disposal_item WHERE id = item;
        PERFORM disposal_forget(asked.id, asked.person_id);
        DELETE FROM disposal_ticket WHERE written_in = pg_current_xact_id();
    ELSE
        PERFORM disposal_count(asked.id, 'stays:' || stays, 1);
        DELETE FROM disposal_item WHERE id = item;
    END IF;
    RETURN true;
END $$;
"""

INNER = (
    "disposal_count(bigint, text, integer)",
    "disposal_remove(text, uuid)",
    "disposal_let_go(bigint, uuid, text, uuid, uuid)",
    "disposal_forget(bigint, uuid)",
)
FOR_JOBS = (
    "disposal_erase(bigint, date)",
    "disposal_erase_reviews(bigint)",
    "disposal_take_month(date)",
)
RIGHTS = "\n".join(
    [f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC;" for each in (*INNER, *FOR_JOBS)]
    + [f"GRANT EXECUTE ON FUNCTION {each} TO {JOBS};" for each in FOR_JOBS]
    + [
        f"REVOKE ALL ON {view} FROM {PAGES}, {JOBS}; GRANT SELECT ON {view} TO {JOBS};"
        for view in ("disposal_holding", "disposal_held", "disposal_record")
    ]
)
STEPS = (
    *WHAT_IS_KEPT,
    TICKET,
    REFUSE_CHANGE,
    COUNT,
    REMOVE,
    LET_GO,
    FORGET,
    ERASE,
    LOGS,
    RIGHTS,
)
