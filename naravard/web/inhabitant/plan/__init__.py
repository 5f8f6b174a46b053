"""The plan as the person meets it: hers to read, to write in and to answer about."""
