"""Follow-up of who has read: systematic checks, and what a human decided."""
