"""Populations that nobody is in, and what it costs to count over them."""
