"""The road to good and close care: where to, what is in the way, who does what."""
