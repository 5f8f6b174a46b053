"""All that can be done in a case: one entry an act, offered when the rules allow."""
