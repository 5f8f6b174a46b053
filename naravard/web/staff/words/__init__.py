"""What steps, states and events are called by those who work with them."""
