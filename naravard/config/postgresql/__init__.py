"""Django's PostgreSQL backend, whose transactions begin by saying who acts."""
