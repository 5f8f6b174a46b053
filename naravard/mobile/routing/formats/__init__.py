"""Days of home visits as files hold them, ours and the published ones."""
