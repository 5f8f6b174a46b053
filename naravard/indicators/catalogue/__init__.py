"""One file, one indicator: what it means, its SELECT, and toy rows with answers."""
