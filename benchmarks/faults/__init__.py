"""Nära under faults: killed, filled up, set wrong, cut off; and what was left."""
