"""What is told and written between a person and care, and where it goes (pure)."""
