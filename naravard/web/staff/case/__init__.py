"""One case: what is ours, what we wait for, what has been said, and when."""
