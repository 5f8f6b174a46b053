"""SQL of the second lock over plans: those who take part, while the person says yes.

Used by migrations.
"""

from naravard.access.lock import OPENED
from naravard.access.rules import ConsentScope
from naravard.core.append_only import guard
from naravard.core.second_lock import ORGANISATION, PAGES, UNIT, let, lock
from naravard.plan.rules.process import BEFORE_CONSENT

UNCONSENTED = ", ".join(sorted(f"'{status.value}'" for status in BEFORE_CONSENT))

# What the person said last about the plan, or her lack of capacity to say anything.
# Taken back, it is no longer there: from that moment nobody in staff sees a word.
IS_SHARED_SQL = """
CREATE FUNCTION lock_plan_is_shared(person uuid) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT COALESCE(
        (SELECT c.given FROM access_consent c WHERE c.person_id = person
            AND c.scope = '{scope}' AND c.withdrawn_at IS NULL
            ORDER BY c.at DESC, c.given LIMIT 1),
        (SELECT p.lacks_capacity FROM people_person p WHERE p.id = person),
        false)
$$;
"""
IS_SHARED = IS_SHARED_SQL.format(scope=ConsentScope.SIP.value)

# A unit works in a plan it takes part in, and in one it has flagged itself until the
# person has answered. Whoever has opened her record sees it too, while it is shared.
QUESTIONS_SQL = """
CREATE FUNCTION lock_works_in_plan(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE
    unit uuid := lock_unit();
    plan plan_plan;
BEGIN
    SELECT * INTO plan FROM plan_plan WHERE id = asked;
    IF plan.id IS NULL THEN
        RETURN false;
    END IF;
    IF unit IS NULL THEN
        RETURN COALESCE(plan.person_id = ANY (lock_persons()), false);
    END IF;
    IF plan.status IN ({unconsented}) THEN
        RETURN plan.flagged_unit_id = unit OR EXISTS (SELECT FROM plan_planparty
            WHERE plan_id = asked AND unit_id = ANY (lock_units())
            AND left_at IS NULL);
    END IF;
    RETURN EXISTS (SELECT FROM plan_planparty WHERE plan_id = asked
            AND unit_id = ANY (lock_units()) AND left_at IS NULL)
        AND lock_plan_is_shared(plan.person_id);
END $$;
CREATE FUNCTION lock_sees_plan(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN lock_works_in_plan(asked)
        OR EXISTS (SELECT FROM plan_plan WHERE id = asked
            AND person_id = ANY (lock_persons()) AND lock_plan_is_shared(person_id));
END $$;
"""
QUESTIONS = QUESTIONS_SQL.format(unconsented=UNCONSENTED)

WORKS = "lock_works_in_plan(plan_id)"
SEES = "lock_sees_plan(plan_id)"
IN_OWN_NAME = f"""(unit_id IS NOT DISTINCT FROM {UNIT}
    AND assignment_id IS NOT DISTINCT FROM (SELECT lock_said('assignment')))"""
ADDED_TO = (
    "plan_planversion",
    "plan_planstep",
    "plan_planword",
    "plan_signature",
    "plan_teamnote",
)
# Parts are rewritten as the latest version says; the versions keep them all.
PARTS = (
    "plan_passage",
    "plan_need",
    "plan_goal",
    "plan_goalneed",
    "plan_goalrating",
    "plan_activity",
    "plan_activitygoal",
    "plan_contingency",
    "plan_treatmentlimit",
    "plan_turningpointtalk",
    "plan_palliativecare",
    "plan_safetyitem",
    "plan_selfcareact",
    "plan_teammember",
    "plan_agreedtime",
    "plan_review",
)
WORKED_ON = (
    "plan_planparty",
    "plan_plantask",
    "plan_meeting",
    "plan_proposedtime",
    "plan_invitee",
    "plan_meetingdecision",
    "plan_experience",
)
OF_OWN_ORGANISATION = f"""EXISTS (SELECT FROM people_careunit u
    WHERE u.id = unit_id AND u.organisation_id = {ORGANISATION})"""
# Speaking about the plan comes before taking part in it: the record must be open.
HEAD = f"lock_works_in_plan(id) OR {OPENED}"
OPENED_PLAN = f"""EXISTS (SELECT FROM plan_plan p
    WHERE p.id = plan_id AND p.{OPENED})"""

TABLES = "\n".join(
    [
        lock(
            "plan_plan",
            reads=HEAD,
            adds=f"{OPENED} AND flagged_unit_id IS NOT DISTINCT FROM {UNIT}",
            changes=HEAD,
        ),
        lock("plan_planversion", reads=SEES, adds=f"{WORKS} AND {IN_OWN_NAME}"),
        lock(
            "plan_planstep",
            reads=f"{WORKS} OR {OPENED_PLAN}",
            adds=f"({WORKS} OR {OPENED_PLAN}) AND {IN_OWN_NAME}",
        ),
        lock(
            "plan_planword",
            reads=f"{WORKS} OR {OPENED_PLAN}",
            adds=f"({WORKS} OR {OPENED_PLAN}) AND {IN_OWN_NAME}",
        ),
        lock("plan_signature", reads=SEES, adds=f"{WORKS} AND {IN_OWN_NAME}"),
        lock("plan_teamnote", reads=SEES, adds=f"{WORKS} AND {IN_OWN_NAME}"),
        *(
            lock(table, reads=SEES, adds=WORKS, changes=WORKS, removes=WORKS)
            for table in PARTS
        ),
        *(lock(table, reads=SEES, adds=WORKS, changes=WORKS) for table in WORKED_ON),
        # Never an inhabitant's: neither the child's nor a guardian's page shows it.
        lock(
            "plan_concern",
            reads=f"to_unit_id = {UNIT} OR {IN_OWN_NAME}",
            adds=IN_OWN_NAME,
            changes=f"to_unit_id = {UNIT}",
        ),
        lock(
            "plan_absence",
            reads=f"{OPENED} OR {OF_OWN_ORGANISATION} OR EXISTS (SELECT FROM plan_plan"
            " p WHERE p.person_id = plan_absence.person_id"
            " AND lock_works_in_plan(p.id))",
        ),
        f"GRANT DELETE ON {', '.join(PARTS)} TO {PAGES};",
    ]
)

# A plan gives the units that take part a relation to its person.
OF_PLAN = "lock_works_in_plan(source)"
IN_ACCESS = "\n".join(
    let(
        "access_carerelation",
        "plan_units",
        reads=OF_PLAN,
        adds=OF_PLAN,
        changes=OF_PLAN,
    )
)
ONLY_ADDED_TO = "\n".join(guard(table) for table in ADDED_TO)

STEPS = (IS_SHARED, QUESTIONS, TABLES, IN_ACCESS, ONLY_ADDED_TO)
