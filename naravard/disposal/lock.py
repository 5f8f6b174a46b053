"""SQL of the second lock over disposal: pages see nothing of it but what is let go.

Used by migrations. What an owner has let go while others still hold it is out of its
units' sight at once; the others read it as before.
"""

from naravard.core.append_only import guard
from naravard.core.second_lock import ORGANISATION, PAGES, allow, lock
from naravard.disposal.holdings import PARTS_OF_PLAN

WHO_ASKS = """
CREATE FUNCTION lock_kept() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN (SELECT disposal_kept(u.kind, o.kind) FROM people_careunit u
        JOIN people_organisation o ON o.id = u.organisation_id
        WHERE u.id = lock_unit());
END $$;
CREATE FUNCTION disposal_holds_again(object uuid) RETURNS boolean LANGUAGE plpgsql
STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN EXISTS (SELECT FROM disposal_held h WHERE h.id = object
        AND h.organisation_id = lock_organisation() AND h.kept = lock_kept());
END $$;
"""

# How many records wait to be decided on and to be erased: figures, and nobody in them.
WAITING = """
CREATE FUNCTION disposal_waiting() RETURNS TABLE (proposed bigint, approved bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN QUERY SELECT count(*) FILTER (WHERE d.state = 'proposed'),
        count(*) FILTER (WHERE d.state = 'approved')
    FROM disposal_item i JOIN disposal_decision d ON d.id = i.decision_id;
END $$;
"""

# Each table, and the column that says which thing its row belongs to.
BELONGS_TO = (
    ("care_messages_message", "id"),
    ("care_messages_receipt", "message_id"),
    ("care_messages_withdrawal", "message_id"),
    ("care_messages_delivery", "message_id"),
    ("discharge_dischargecase", "id"),
    ("discharge_caseevent", "case_id"),
    ("discharge_caseparty", "case_id"),
    ("discharge_deadline", "case_id"),
    ("plan_plan", "id"),
    *((table, "plan_id") for table in PARTS_OF_PLAN),
    ("plan_concern", "id"),
    ("dialogue_talk", "id"),
    ("dialogue_talkline", "talk_id"),
    ("mobile_visitrequest", "id"),
    ("mobile_homeorder", "id"),
    ("mobile_enrolment", "id"),
)


# Asked once a statement: an owner that has let nothing go pays nothing for each row.
LETS_NOTHING_GO = f"""(SELECT NOT EXISTS (
    SELECT FROM disposal_letgo WHERE organisation_id = {ORGANISATION}))"""


def _out_of_sight(table: str, column: str) -> str:
    return f"""
CREATE POLICY let_go ON {table} AS RESTRICTIVE FOR SELECT TO {PAGES} USING (
    {LETS_NOTHING_GO} OR NOT EXISTS (
        SELECT FROM disposal_letgo g WHERE g.object_id = {table}.{column}
        AND g.organisation_id = {ORGANISATION} AND g.kept = (SELECT lock_kept())
        AND NOT disposal_holds_again(g.object_id)));"""


TABLES = "\n".join(
    [
        lock("disposal_letgo", reads=f"organisation_id = {ORGANISATION}"),
        allow("disposal_letgo", pages="SELECT", jobs="SELECT"),
        lock("disposal_item"),
        allow("disposal_item", pages="", jobs="SELECT, INSERT, UPDATE, DELETE"),
        allow("disposal_decision", pages="", jobs="SELECT, INSERT, UPDATE, DELETE"),
        allow("disposal_tally", pages="", jobs="SELECT, DELETE"),
        allow("disposal_preservation", pages="", jobs="SELECT, INSERT, UPDATE"),
        guard("disposal_protocol"),
        allow("disposal_protocol", pages="", jobs="SELECT, INSERT"),
        *(_out_of_sight(table, column) for table, column in BELONGS_TO),
    ]
)

STEPS = (WHO_ASKS, WAITING, TABLES)
