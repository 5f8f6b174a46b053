"""One person: who is around her, what happens next, and who has read."""
