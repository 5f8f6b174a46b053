"""The plan's kinds and steps in the reader's language."""
