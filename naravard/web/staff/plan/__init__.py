"""The one plan around a person, as staff read it and write in it."""
