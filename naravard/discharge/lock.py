"""SQL of the second lock over cases: rows of those who take part, or have opened them.

Used by migrations.
"""

from naravard.access.lock import OPENED
from naravard.core.second_lock import ORGANISATION, PAGES, UNIT, allow, let, lock

TAKES_PART = f"""EXISTS (SELECT FROM discharge_caseparty p
    WHERE p.case_id = discharge_dischargecase.id AND p.unit_id = {UNIT}
    AND p.told_at IS NOT NULL)"""
OF_OWN_ORGANISATION = f"""EXISTS (SELECT FROM people_careunit u
    WHERE u.id = ward_id AND u.organisation_id = {ORGANISATION})"""

# The ward, whoever has been told and takes part, and the person herself work in a case.
# Whoever has opened her record in this transaction sees it.
QUESTIONS = """
CREATE FUNCTION lock_works_in_case(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    unit uuid := lock_unit();
BEGIN
    IF unit IS NULL THEN
        RETURN EXISTS (SELECT FROM discharge_dischargecase
            WHERE id = asked AND person_id = ANY (lock_persons()));
    END IF;
    RETURN EXISTS (SELECT FROM discharge_caseparty
            WHERE case_id = asked AND unit_id = unit AND told_at IS NOT NULL)
        OR EXISTS (SELECT FROM discharge_dischargecase
            WHERE id = asked AND ward_id = unit);
END $$;
CREATE FUNCTION lock_sees_case(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN EXISTS (SELECT FROM discharge_dischargecase
            WHERE id = asked AND person_id = ANY (lock_persons()))
        OR lock_works_in_case(asked);
END $$;
"""

# Whom a case concerns, so that a refusal can be logged on the right person.
DOOR = """
CREATE FUNCTION discharge_person_of_case(asked uuid) RETURNS uuid LANGUAGE plpgsql
STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    IF NOT lock_is_open() AND
        NULLIF(current_setting('naravard.kind', true), '') IS NULL THEN
        RETURN NULL;
    END IF;
    RETURN (SELECT person_id FROM discharge_dischargecase WHERE id = asked);
END $$;
"""

SEES, WORKS = "lock_sees_case(case_id)", "lock_works_in_case(case_id)"
IN_OWN_NAME = f"unit_id IS NOT DISTINCT FROM {UNIT}"
CASE = f"ward_id = {UNIT} OR {OPENED} OR {TAKES_PART}"
STAY = f"""ward_id = {UNIT} OR {OPENED} OR EXISTS (
    SELECT FROM discharge_dischargecase c
    WHERE c.episode_id = discharge_inpatientepisode.id)"""

TABLES = "\n".join(
    [
        lock(
            "discharge_inpatientepisode",
            reads=STAY,
            adds=OF_OWN_ORGANISATION,
            changes=STAY,
        ),
        lock(
            "discharge_dischargecase",
            reads=CASE,
            adds=OF_OWN_ORGANISATION,
            changes="lock_works_in_case(id)",
        ),
        lock("discharge_caseevent", reads=SEES, adds=f"{WORKS} AND {IN_OWN_NAME}"),
        lock(
            "discharge_caseparty",
            reads=f"unit_id = {UNIT} AND told_at IS NOT NULL OR {SEES}",
            adds=WORKS,
            changes=WORKS,
        ),
        lock(
            "discharge_deadline",
            reads=SEES,
            adds=WORKS,
            changes=WORKS,
            removes=WORKS,
        ),
        allow("discharge_caseevent", pages="SELECT, INSERT", jobs="SELECT, INSERT"),
        f"GRANT DELETE ON discharge_deadline TO {PAGES};",
        "REVOKE INSERT, UPDATE ON discharge_paymentagreement, discharge_dayrate"
        f" FROM {PAGES};",
    ]
)

# A case gives units relations to its person, and is the source of what she says in it.
OF_CASE = "lock_works_in_case(source)"
IN_ACCESS = "\n".join(
    [
        *let(
            "access_carerelation",
            "case_units",
            reads=OF_CASE,
            adds=OF_CASE,
            changes=OF_CASE,
        ),
        *let(
            "access_consent", "case_words", reads=OF_CASE, adds=OF_CASE, changes=OF_CASE
        ),
    ]
)

STEPS = (QUESTIONS, DOOR, TABLES, IN_ACCESS)

# A case tells the plan when she is away from home.
IN_PLAN = "\n".join(
    let("plan_absence", "of_case", reads=OF_CASE, adds=OF_CASE, changes=OF_CASE)
)
