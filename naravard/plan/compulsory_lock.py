"""SQL of the second lock over plans that rest on LPT 7 a § alone: parties see theirs.

Used by migrations. Her yes or no is another matter: a plan that she has closed stays
closed, also while a plan by the act is worked on.
"""

from naravard.plan.lock import UNCONSENTED

OPEN_TO_PARTIES_SQL = """
CREATE FUNCTION lock_plan_is_open(asked plan_plan) RETURNS boolean LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT asked.compulsory_since IS NOT NULL OR lock_plan_is_shared(asked.person_id)
$$;
CREATE OR REPLACE FUNCTION lock_works_in_plan(asked uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
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
        AND lock_plan_is_open(plan);
END $$;
"""
OPEN_TO_PARTIES = OPEN_TO_PARTIES_SQL.format(unconsented=UNCONSENTED)

STEPS = (OPEN_TO_PARTIES,)
