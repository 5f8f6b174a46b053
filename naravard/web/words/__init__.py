"""How days, hours, ages and numbers are said to people, in the active language."""
