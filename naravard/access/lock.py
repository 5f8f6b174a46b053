"""SQL of the second lock over access: who acts, what is opened, and the narrow doors.

Used by migrations. A door is a function with the owner's rights that answers one
question and nothing more; it checks who acts by itself.
"""

from naravard.access.log_months import NAMES
from naravard.access.rules.grounds import Ground
from naravard.access.rules.relations import GROUND_OF_RELATION
from naravard.core.second_lock import (
    JOBS,
    ORGANISATION,
    PAGES,
    PERSONS,
    UNIT,
    UNITS,
    allow,
    lock,
)

# What the transaction was told when it began; nothing, when nobody acts.
SAID = """
CREATE FUNCTION lock_said(name text) RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT NULLIF(current_setting('naravard.' || name, true), '')::uuid
$$;
CREATE FUNCTION lock_unit() RETURNS uuid LANGUAGE sql STABLE AS
    'SELECT lock_said(''unit'')';
CREATE FUNCTION lock_organisation() RETURNS uuid LANGUAGE sql STABLE AS
    'SELECT lock_said(''organisation'')';
"""

# Jobs and the owner are not asked who acts. A page's role never counts as one of them,
# whatever it says.
IS_OPEN = f"""
CREATE FUNCTION lock_is_open() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT current_setting('role') <> '{PAGES}'
        AND pg_has_role(session_user, '{JOBS}', 'MEMBER')
$$;
"""

# A unit holds what the units it has succeeded held.
UNITS_OF_ACTOR = """
CREATE FUNCTION lock_units() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
    RETURN ARRAY(
        WITH RECURSIVE mine AS (
            SELECT lock_unit() AS id
            UNION
            SELECT u.id FROM people_careunit u JOIN mine ON u.succeeded_by_id = mine.id
        )
        SELECT id FROM mine WHERE id IS NOT NULL);
END $$;
"""

# An inhabitant sees her own, or what belongs to whom she answers for or may read for.
# Staff see those whose record they have opened in this very transaction.
PERSONS_OF_ACTOR = """
CREATE FUNCTION lock_persons() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
BEGIN
    CASE current_setting('naravard.kind', true)
    WHEN 'staff' THEN
        RETURN string_to_array(current_setting('naravard.opened', true), ',')::uuid[];
    WHEN 'person' THEN
        RETURN ARRAY[lock_said('person')];
    WHEN 'relative' THEN
        RETURN ARRAY(SELECT person_id FROM people_relatedperson
            WHERE person_id = lock_said('behalf') AND other_id = lock_said('person')
            AND (may_read OR kind <> 'relative'));
    ELSE
        RETURN NULL;
    END CASE;
END $$;
"""

RESTING_ON_RELATION = ", ".join(
    f"'{ground}'" for ground in (*sorted(set(GROUND_OF_RELATION.values())), Ground.ACT)
)
NOT_OPENING = "'list', 'search', 'print'"

# The row in the log is what opens the record: nothing is read that is not logged, and
# a ground that rests on a care relation opens nothing where there is no relation.
OPENING_SQL = """
CREATE FUNCTION access_log_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
DECLARE
    person uuid := NEW.subjects[1];
BEGIN
    IF NEW.ground IN ({resting_on_relation}) AND NOT EXISTS (
        SELECT FROM access_carerelation WHERE person_id = person
            AND unit_id = ANY (lock_units()) AND starts_at <= NEW.at
            AND (ends_at IS NULL OR ends_at > NEW.at)
    ) AND NOT EXISTS (
        SELECT FROM people_person
        WHERE id = person AND listed_unit_id = ANY (lock_units())
    ) THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('naravard.opened', concat_ws(',',
        NULLIF(current_setting('naravard.opened', true), ''), person), true);
    RETURN NULL;
END $$;
CREATE TRIGGER access_log_open AFTER INSERT ON access_accesslogentry
    FOR EACH ROW WHEN (NEW.allowed AND NEW.actor_kind = 'staff'
        AND cardinality(NEW.subjects) = 1 AND NEW.action::text NOT IN ({not_opening})
        AND current_setting('role') = '{pages}')
    EXECUTE FUNCTION access_log_open();
"""
OPENING = OPENING_SQL.format(
    resting_on_relation=RESTING_ON_RELATION, not_opening=NOT_OPENING, pages=PAGES
)

# All that must be known before a record is opened. A unit also holds the relations of
# the units it has succeeded. A stated reason opens for the assignment that stated it,
# not for its colleagues.
SUBJECT = """
CREATE FUNCTION access_subject(
    person uuid, unit uuid, assignment uuid, relative uuid, on_day date
) RETURNS TABLE (
    birth_date date, deceased boolean, protection varchar, lacks_capacity boolean,
    listed boolean, relations jsonb, consents jsonb, blocks jsonb, related jsonb
) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
ROWS 1 AS $$
BEGIN
    IF NOT lock_is_open() AND (unit, assignment, relative) IS DISTINCT FROM
        (lock_unit(), lock_said('assignment'), lock_said('person')) THEN
        RAISE EXCEPTION 'asked as somebody else than who acts'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN QUERY WITH RECURSIVE mine AS (
        SELECT unit AS id
        UNION
        SELECT u.id FROM people_careunit u JOIN mine ON u.succeeded_by_id = mine.id
    )
    SELECT p.birth_date, p.deceased_on IS NOT NULL, p.protection, p.lacks_capacity,
        p.listed_unit_id IN (SELECT id FROM mine),
        (SELECT jsonb_agg(jsonb_build_array(r.kind, r.starts_at, r.ends_at, r.source))
            FROM access_carerelation r
            WHERE r.person_id = p.id AND r.unit_id IN (SELECT id FROM mine)
            AND (r.kind <> 'stated' OR r.source = assignment)),
        (SELECT jsonb_agg(jsonb_build_array(c.scope, c.given, c.at, c.valid_to))
            FROM access_consent c
            WHERE c.person_id = p.id AND c.withdrawn_at IS NULL
            AND (c.unit_id IS NULL OR c.unit_id IN (SELECT id FROM mine))),
        (SELECT jsonb_agg(jsonb_build_array(b.kind, b.organisation_id, b.unit_id))
            FROM access_block b
            WHERE b.person_id = p.id AND b.lifted_at IS NULL),
        (SELECT jsonb_agg(jsonb_build_array(k.kind, k.may_read))
            FROM people_relatedperson k
            WHERE k.person_id = p.id AND k.other_id = relative
            AND k.valid_from <= on_day
            AND (k.valid_to IS NULL OR k.valid_to >= on_day))
    FROM people_person p WHERE p.id = person;
END $$;
"""

# The log is read through these two only: of an opened person, and of one's own
# organisation for review. `before` is the number of the last row shown.
READING_LOG = """
CREATE FUNCTION access_log_about(
    person uuid, organisation uuid, herself boolean, refusals boolean, hidden text[],
    before bigint, most integer
) RETURNS SETOF access_accesslogentry LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public ROWS 30 AS $$
DECLARE
    only_of uuid := organisation;
BEGIN
    IF NOT lock_is_open() THEN
        IF NOT COALESCE(person = ANY (lock_persons()), false) THEN
            RETURN;
        END IF;
        only_of := COALESCE(lock_organisation(), organisation);
    END IF;
    RETURN QUERY SELECT l.* FROM access_accesslogentry l
    WHERE l.subjects @> ARRAY[person]
    AND (only_of IS NULL OR l.organisation_id = only_of)
    AND (l.allowed OR refusals)
    AND l.action <> ALL (hidden)
    AND (herself IS NULL OR (l.actor_person_id IS NOT DISTINCT FROM person) = herself)
    AND (before IS NULL OR (l.at, l.id) < (
        SELECT b.at, b.id FROM access_accesslogentry b WHERE b.id = before))
    ORDER BY l.at DESC, l.id DESC LIMIT most;
END $$;
CREATE FUNCTION access_log_to_review(
    organisation uuid, unit uuid, before bigint, most integer
) RETURNS SETOF access_accesslogentry LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public ROWS 50 AS $$
DECLARE
    only_of uuid := CASE WHEN lock_is_open() THEN organisation
        ELSE lock_organisation() END;
BEGIN
    RETURN QUERY SELECT l.* FROM access_accesslogentry l
    WHERE l.review AND l.organisation_id = only_of
    AND (unit IS NULL OR l.unit_id = unit)
    AND (before IS NULL OR (l.at, l.id) < (
        SELECT b.at, b.id FROM access_accesslogentry b WHERE b.id = before))
    ORDER BY l.at DESC, l.id DESC LIMIT most;
END $$;
"""

# A page writes in the logs in its own name only, and never reads them.
IN_OWN_NAME = """
    assignment_id IS NOT DISTINCT FROM (SELECT lock_said('assignment'))
    AND actor_person_id IS NOT DISTINCT FROM (SELECT lock_said('person'))
    AND NULLIF(current_setting('naravard.kind', true), '') IS NOT NULL"""
OF_OWN_UNIT = f"""unit_id IS NOT DISTINCT FROM {UNIT}
    AND organisation_id IS NOT DISTINCT FROM {ORGANISATION}
    AND actor_kind = current_setting('naravard.kind', true)"""
LOGS = "\n".join(
    [
        lock("access_accesslogentry", adds=f"{OF_OWN_UNIT} AND {IN_OWN_NAME}"),
        lock("access_changeentry", adds=IN_OWN_NAME),
        lock("access_accesslogseal"),
        allow(
            "access_accesslogentry",
            pages=f"INSERT ({NAMES})",
            jobs=f"SELECT, INSERT (id, {NAMES})",
        ),
        allow("access_changeentry", pages="INSERT", jobs="SELECT, INSERT"),
        allow("access_accesslogseal", pages="", jobs="SELECT, INSERT"),
        f"REVOKE ALL ON FUNCTION access_log_make_month FROM PUBLIC;"
        f"GRANT EXECUTE ON FUNCTION access_log_make_month TO {JOBS};",
        "SELECT access_log_close(inhrelid::regclass::text) FROM pg_inherits"
        " WHERE inhparent = 'access_accesslogentry'::regclass;",
    ]
)

OPENED = f"person_id = ANY {PERSONS}"
TABLES = "\n".join(
    [
        lock(
            "access_carerelation",
            reads=f"unit_id = ANY {UNITS} OR {OPENED}",
            adds=f"unit_id = ANY {UNITS}",
            changes=f"unit_id = ANY {UNITS}",
        ),
        lock("access_consent", reads=OPENED, adds=OPENED, changes=OPENED),
        lock("access_block", reads=OPENED, adds=OPENED, changes=OPENED),
    ]
)

STEPS = (
    SAID,
    IS_OPEN,
    UNITS_OF_ACTOR,
    PERSONS_OF_ACTOR,
    OPENING,
    SUBJECT,
    READING_LOG,
    LOGS,
    TABLES,
)
