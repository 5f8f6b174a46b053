"""Tools that know nothing of care."""
