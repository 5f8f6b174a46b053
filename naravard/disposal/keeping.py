"""SQL of what is kept: whose record a row belongs to, its last entry, what stays.

Used by migrations; what is counted, proposed and erased all ask the same.
"""

from itertools import product

from naravard.access.rules.actors import Domain, domain_of
from naravard.disposal.holdings import HELD
from naravard.operation.retention import CHILD_RECORD_UNTIL_AGE, Kept
from naravard.people.roles import CareUnitKind, OrganisationKind

SOCIAL = frozenset({Domain.ELDERLY_AND_DISABILITY, Domain.CHILD_AND_FAMILY})
SOCIAL_UNITS = ", ".join(
    f"'{unit}|{organisation}'"
    for unit, organisation in product(CareUnitKind, OrganisationKind)
    if domain_of(unit, organisation) in SOCIAL
)

# Which rule a unit's writing is kept under.
WHAT_KIND = f"""
CREATE FUNCTION disposal_kept(unit_kind text, organisation_kind text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN unit_kind || '|' || organisation_kind NOT IN ({SOCIAL_UNITS})
            THEN '{Kept.HEALTH_RECORD}'
        WHEN organisation_kind = '{OrganisationKind.PRIVATE}'
            THEN '{Kept.PRIVATE_SOCIAL_RECORD}'
        ELSE '{Kept.SOCIAL_RECORD}' END
$$;
"""
# What she has said yes or no to is noted by a unit too: it dates the record, and stays
# while it holds.
VIEWS = f"""
CREATE VIEW disposal_holding WITH (security_invoker = true) AS {HELD};
CREATE VIEW disposal_held WITH (security_invoker = true) AS
SELECT h.thing, h.id, h.person_id, u.organisation_id,
    disposal_kept(u.kind, o.kind) AS kept, h.unit_id,
    (h.at AT TIME ZONE 'Europe/Stockholm')::date AS entered_on, h.ongoing,
    u.kind = '{CareUnitKind.CHILD_AND_FAMILY}' AS of_child
FROM disposal_holding h
JOIN people_careunit u ON u.id = h.unit_id
JOIN people_organisation o ON o.id = u.organisation_id
WHERE NOT EXISTS (SELECT FROM disposal_letgo g WHERE g.object_id = h.id
    AND g.organisation_id = u.organisation_id
    AND g.kept = disposal_kept(u.kind, o.kind) AND g.at >= h.at);
CREATE VIEW disposal_record WITH (security_invoker = true) AS
SELECT h.organisation_id, h.kept, h.person_id,
    GREATEST(max(h.entered_on), (
        SELECT max((c.at AT TIME ZONE 'Europe/Stockholm')::date) FROM access_consent c
        JOIN people_careunit u ON u.id = c.unit_id
        JOIN people_organisation o ON o.id = u.organisation_id
        WHERE c.person_id = h.person_id AND o.id = h.organisation_id
        AND disposal_kept(u.kind, o.kind) = h.kept)) AS last_on,
    bool_or(h.ongoing) AS ongoing, bool_or(h.of_child) AS of_child
FROM disposal_held h GROUP BY h.organisation_id, h.kept, h.person_id;
"""

# Why a record whose time is up stays all the same; nothing, when it may go.
EXCEPTION = f"""
CREATE FUNCTION disposal_exception(held disposal_record, on_day date) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN held.ongoing THEN 'ongoing'
        WHEN held.kept <> '{Kept.HEALTH_RECORD}' AND p.placed_by <> '' THEN 'placed'
        WHEN held.of_child AND COALESCE(p.birth_date
            > on_day - interval '{CHILD_RECORD_UNTIL_AGE} years', true) THEN 'child'
        WHEN EXISTS (SELECT FROM disposal_preservation k
            WHERE k.organisation_id = held.organisation_id AND k.kept = held.kept
            AND k.valid_from <= on_day
            AND (k.valid_to IS NULL OR k.valid_to >= on_day)
            AND (k.born_on_days = '{{}}' OR p.birth_date IS NULL
                OR extract(day FROM p.birth_date) = ANY (k.born_on_days)))
            THEN 'preserved'
        ELSE '' END
    FROM people_person p WHERE p.id = held.person_id
$$;
"""

STEPS = (WHAT_KIND, VIEWS, EXCEPTION)
