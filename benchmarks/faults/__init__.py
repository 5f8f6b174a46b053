"""Nära under faults: killed, filled, set wrong, cut off; and what was left afterwards."""
