"""Meetings: proposed, called, answered, prepared, held and closed."""
