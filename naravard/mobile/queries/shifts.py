"""Whose work in which team is planned when, for those who look through the log."""

# A shift that somebody left early ended then.
PLANNED = """
    SELECT a.professional_id, s.team_id AS unit_id, s.starts_at,
        COALESCE(s.left_at, s.ends_at) AS ends_at
    FROM mobile_shift s JOIN people_assignment a ON a.id = s.assignment_id
"""
