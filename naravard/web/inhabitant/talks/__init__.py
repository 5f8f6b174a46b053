"""«Meddelanden»: the person writes to her care, and one sender answers."""
