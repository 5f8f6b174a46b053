"""Who holds what about whom, and the tables a thing consists of.

A thing is held by every unit that wrote it or was given it. Each owner keeps its own
part for its own time; the thing itself goes when the last of them has let it go.
"""

from naravard.plan import lock as plan_lock

# Each SELECT gives thing, id, person_id, unit_id, at (its last entry by that unit) and
# whether what it tells of is still going on.
HELD = """
SELECT 'message' AS thing, m.id, m.person_id, m.sender_unit_id AS unit_id,
    m.recorded_at AS at, false AS ongoing
FROM care_messages_message m
UNION ALL
SELECT 'message', m.id, m.person_id, r.unit_id,
    COALESCE(r.acknowledged_at, r.received_at), false
FROM care_messages_receipt r JOIN care_messages_message m ON m.id = r.message_id
UNION ALL
SELECT 'case', c.id, c.person_id, c.ward_id, COALESCE(c.discharged_at, c.admitted_at),
    c.discharged_at IS NULL AND c.ended_at IS NULL
FROM discharge_dischargecase c
UNION ALL
SELECT 'case', c.id, c.person_id, p.unit_id, COALESCE(p.left_at, p.told_at),
    p.left_at IS NULL AND c.discharged_at IS NULL AND c.ended_at IS NULL
FROM discharge_caseparty p JOIN discharge_dischargecase c ON c.id = p.case_id
WHERE p.told_at IS NOT NULL
UNION ALL
SELECT 'case', c.id, c.person_id, e.unit_id, e.recorded_at, false
FROM discharge_caseevent e JOIN discharge_dischargecase c ON c.id = e.case_id
WHERE e.unit_id IS NOT NULL
UNION ALL
SELECT 'stay', s.id, s.person_id, s.ward_id, COALESCE(s.discharged_at, s.admitted_at),
    s.discharged_at IS NULL
FROM discharge_inpatientepisode s
WHERE NOT EXISTS (SELECT FROM discharge_dischargecase c WHERE c.episode_id = s.id)
UNION ALL
SELECT 'plan', p.id, p.person_id, w.unit_id, w.at, w.ongoing AND p.status <> 'closed'
FROM plan_plan p JOIN (
    SELECT id AS plan_id, flagged_unit_id AS unit_id, flagged_at AS at,
        false AS ongoing FROM plan_plan
    UNION ALL SELECT plan_id, unit_id, COALESCE(left_at, joined_at), left_at IS NULL
        FROM plan_planparty
    UNION ALL SELECT plan_id, unit_id, at, false FROM plan_planversion
    UNION ALL SELECT plan_id, unit_id, at, false FROM plan_planstep
    UNION ALL SELECT plan_id, unit_id, at, false FROM plan_planword
    UNION ALL SELECT plan_id, unit_id, at, false FROM plan_teamnote
    UNION ALL SELECT plan_id, unit_id, at, false FROM plan_signature
    UNION ALL SELECT plan_id, from_unit_id, asked_at, false FROM plan_plantask
    UNION ALL SELECT plan_id, to_unit_id, COALESCE(answered_at, asked_at), false
        FROM plan_plantask
) w ON w.plan_id = p.id
WHERE w.unit_id IS NOT NULL
UNION ALL
SELECT 'concern', c.id, c.person_id, w.unit_id, w.at, false
FROM plan_concern c CROSS JOIN LATERAL (VALUES
    (c.unit_id, c.at), (c.to_unit_id, COALESCE(c.received_at, c.at))
) w (unit_id, at)
UNION ALL
SELECT 'absence', a.id, a.person_id, a.unit_id, COALESCE(a.ends_at, a.starts_at), false
FROM plan_absence a
UNION ALL
SELECT 'talk', t.id, t.person_id, w.unit_id, w.at, false
FROM dialogue_talk t CROSS JOIN LATERAL (
    SELECT t.to_unit_id AS unit_id, t.changed_at AS at
    UNION ALL SELECT t.reserve_unit_id, t.opened_at
    UNION ALL SELECT l.unit_id, l.at FROM dialogue_talkline l WHERE l.talk_id = t.id
) w
WHERE w.unit_id IS NOT NULL
UNION ALL
SELECT 'wishes', w.id, w.person_id, w.unit_id, w.at, false
FROM dialogue_toldwishes w WHERE w.unit_id IS NOT NULL
UNION ALL
SELECT 'visit', v.id, v.person_id, v.team_id, w.at, false
FROM mobile_visit v CROSS JOIN LATERAL (
    SELECT COALESCE(v.done_at, v.closes_at) AS at
    UNION ALL SELECT n.received_at FROM mobile_visitnote n WHERE n.visit_id = v.id
) w
UNION ALL
SELECT 'visit_request', r.id, r.person_id, w.unit_id, w.at, false
FROM mobile_visitrequest r CROSS JOIN LATERAL (VALUES
    (r.from_unit_id, r.asked_at), (r.team_id, COALESCE(r.answered_at, r.asked_at))
) w (unit_id, at)
UNION ALL
SELECT 'home_order', o.id, o.person_id, w.unit_id, o.changed_at, false
FROM mobile_homeorder o CROSS JOIN LATERAL (VALUES (o.from_unit_id), (o.team_id))
    w (unit_id)
WHERE w.unit_id IS NOT NULL
UNION ALL
SELECT 'enrolment', e.id, e.person_id, w.unit_id, COALESCE(e.ended_at, e.decided_at),
    w.is_team AND e.ended_at IS NULL
FROM mobile_enrolment e CROSS JOIN LATERAL (VALUES
    (e.team_id, true), (e.referred_by_id, false)
) w (unit_id, is_team)
"""

# The tables a thing consists of, and which of their rows: `asked` is the thing's id.
# Keys between them are tried when the transaction ends; a thing's own row stands last.
PARTS_OF_PLAN = (
    *plan_lock.PARTS,
    *plan_lock.ADDED_TO,
    *plan_lock.WORKED_ON,
    "plan_packcode",
)
STAY_OF_CASE = "id = (SELECT episode_id FROM discharge_dischargecase WHERE id = asked)"
LINES_OF_TALK = "line_id IN (SELECT id FROM dialogue_talkline WHERE talk_id = asked)"
PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "message": (
        ("care_messages_receipt", "message_id = asked"),
        ("care_messages_withdrawal", "message_id = asked"),
        ("care_messages_delivery", "message_id = asked"),
        ("care_messages_message", "id = asked"),
    ),
    "case": (
        ("discharge_caseevent", "case_id = asked"),
        ("discharge_caseparty", "case_id = asked"),
        ("discharge_deadline", "case_id = asked"),
        ("access_consent", "source = asked"),
        ("access_carerelation", "source = asked"),
        ("discharge_inpatientepisode", STAY_OF_CASE),
        ("discharge_dischargecase", "id = asked"),
    ),
    "stay": (("discharge_inpatientepisode", "id = asked"),),
    "plan": (
        *((table, "plan_id = asked") for table in PARTS_OF_PLAN),
        ("access_carerelation", "source = asked"),
        ("plan_plan", "id = asked"),
    ),
    "concern": (("plan_concern", "id = asked"),),
    "absence": (("plan_absence", "id = asked"),),
    "talk": (
        ("dialogue_letter", LINES_OF_TALK),
        ("dialogue_talkline", "talk_id = asked"),
        ("dialogue_talk", "id = asked"),
    ),
    "wishes": (("dialogue_toldwishes", "id = asked"),),
    "visit": (
        ("mobile_stop", "visit_id = asked"),
        ("mobile_visitnote", "visit_id = asked"),
        ("mobile_movedpromise", "visit_id = asked"),
        ("mobile_visit", "id = asked"),
    ),
    "visit_request": (("mobile_visitrequest", "id = asked"),),
    "home_order": (("mobile_homeorder", "id = asked"),),
    "enrolment": (("mobile_enrolment", "id = asked"),),
}
# What points at a thing and stays when it goes: the column is emptied.
POINTING_AT: dict[str, tuple[tuple[str, str], ...]] = {
    "message": (
        ("discharge_caseevent", "message_id"),
        ("care_messages_message", "about_id"),
        ("care_messages_message", "supersedes_id"),
    ),
    "case": (("plan_plan", "source"), ("plan_meeting", "source")),
    "visit": (("mobile_homeorder", "visit_id"),),
    "visit_request": (("mobile_visit", "request_id"),),
}
# What is only about somebody's row, and goes when she has no record left anywhere.
OF_PERSON = (
    ("people_personidentifier", "person_id"),
    ("people_relatedperson", "person_id"),
    ("access_consent", "person_id"),
    ("access_block", "person_id"),
    ("access_carerelation", "person_id"),
    ("access_changeentry", "person_id"),
    ("dialogue_toldwishes", "person_id"),
    ("review_knownperson", "person_id"),
    ("disposal_item", "person_id"),
    ("people_person", "id"),
)
# What keeps somebody's row though her records have gone.
KEEPS_PERSON = (
    ("people_relatedperson", "other_id"),
    ("review_staffperson", "person_id"),
    ("review_pick", "person_id"),
    ("access_emergency", "person_id"),
    ("access_liftrequest", "person_id"),
)
# An owner's own words inside what others still hold; they go, and the gap is shown.
GAP = "Gallrat"


def tables_of_things() -> frozenset[str]:
    """Every table that a thing consists of."""
    return frozenset(table for parts in PARTS.values() for table, _which in parts)
