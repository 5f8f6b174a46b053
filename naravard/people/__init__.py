"""Who exists: persons, organisations, units, professionals and their assignments."""
