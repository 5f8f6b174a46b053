"""SQL of the second lock over reviews: for who reviews, who is asked, and the person.

Used by migrations. The role of the assignment is asked in the database itself, so that
a page that has forgotten to ask shows nobody else's reviews.
"""

from naravard.core.append_only import guard
from naravard.core.second_lock import allow, lock

# Whose reviews the one who acts may see: an organisation's, a unit's, one's own.
WHOSE = """
CREATE FUNCTION review_assignment() RETURNS people_assignment LANGUAGE sql STABLE
SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT a FROM people_assignment a WHERE a.id = lock_said('assignment')
$$;
CREATE FUNCTION review_organisation() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN (review_assignment()).role = 'log_reviewer'
        THEN lock_organisation() END
$$;
CREATE FUNCTION review_unit() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN (review_assignment()).role = 'head_of_unit'
        THEN lock_unit() END
$$;
CREATE FUNCTION review_reader() RETURNS uuid LANGUAGE sql STABLE AS $$
    SELECT (review_assignment()).professional_id
$$;
CREATE FUNCTION review_about() RETURNS uuid[] LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN lock_unit() IS NULL THEN lock_persons() END
$$;
"""

REVIEWS = """organisation_id = (SELECT review_organisation())
    OR unit_id = (SELECT review_unit())"""
ASKED = "professional_id = (SELECT review_reader()) AND status <> 'picked'"
ABOUT = "person_id = ANY ((SELECT review_about())::uuid[])"
OF_PICK = "EXISTS (SELECT FROM review_pick p WHERE p.id = pick_id)"
# The person sees what came of it, never what was said between those who work there.
BY_STAFF = "(SELECT lock_unit()) IS NOT NULL"
SAID_BY_ME = "said_by_id = (SELECT lock_said('assignment'))"

TABLES = "\n".join(
    [
        lock(
            "review_pick",
            reads=f"{REVIEWS} OR {ASKED} OR {ABOUT}",
            changes=f"{REVIEWS} OR {ASKED}",
        ),
        lock(
            "review_word",
            reads=f"{BY_STAFF} AND {OF_PICK}",
            adds=f"{SAID_BY_ME} AND {OF_PICK}",
        ),
        lock("review_staffperson"),
        lock("review_knownperson"),
        allow(
            "review_pick",
            pages="SELECT, UPDATE (status)",
            jobs="SELECT, INSERT, UPDATE",
        ),
        allow("review_word", pages="SELECT, INSERT", jobs="SELECT, INSERT"),
        allow("review_run", pages="SELECT", jobs="SELECT, INSERT, UPDATE"),
        allow("review_staffperson", pages="", jobs="SELECT, INSERT, UPDATE, DELETE"),
        allow("review_knownperson", pages="", jobs="SELECT, INSERT, UPDATE, DELETE"),
    ]
)
STEPS = (WHOSE, TABLES, guard("review_word"))
