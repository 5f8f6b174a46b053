"""What is written at and about visits at home, for how long records are kept."""

# Who wrote what about whom, and when: the record is the unit's own.
SAID = """
    SELECT v.person_id, v.team_id AS unit_id, n.received_at AS at
    FROM mobile_visitnote n JOIN mobile_visit v ON v.id = n.visit_id
    UNION ALL
    SELECT r.person_id, r.from_unit_id, r.asked_at FROM mobile_visitrequest r
    UNION ALL
    SELECT r.person_id, r.team_id, r.answered_at FROM mobile_visitrequest r
    WHERE r.answered_at IS NOT NULL
    UNION ALL
    SELECT e.person_id, e.team_id, COALESCE(e.ended_at, e.decided_at)
    FROM mobile_enrolment e
    UNION ALL
    SELECT o.person_id, o.from_unit_id, o.changed_at FROM mobile_homeorder o
"""
