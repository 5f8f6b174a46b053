"""What a person has told care about herself, and what she and care write (samtal)."""
