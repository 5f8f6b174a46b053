"""The compiled search: whole numbers in, whole numbers out, nothing else inside."""
