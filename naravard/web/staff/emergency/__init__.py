"""When it is a matter of life: a refusal that says the way, and the steps of it."""
