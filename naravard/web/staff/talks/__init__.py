"""What persons have written to the unit, the answers, and the letters to post."""
