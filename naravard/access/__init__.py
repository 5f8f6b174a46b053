"""Who may see and do what, and the trace of it."""
