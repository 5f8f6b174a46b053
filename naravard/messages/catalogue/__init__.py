"""The message types, one a file; each carries a worked example."""
