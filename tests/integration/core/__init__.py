"""Core, tried on a real database."""
