"""Blocks, consents, emergencies and the review of who has read."""
