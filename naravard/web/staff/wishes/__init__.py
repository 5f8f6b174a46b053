"""How a person wants to be met, written down by staff when she says it."""
