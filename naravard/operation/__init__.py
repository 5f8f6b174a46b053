"""What keeps the house safe to run: how often somebody may knock."""
