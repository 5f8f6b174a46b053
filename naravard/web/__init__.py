"""The three faces: inhabitant, staff and decision-maker."""
