"""Settings, addresses and who reacts to what."""
