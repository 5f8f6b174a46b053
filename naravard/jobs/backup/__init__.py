"""Backups: the whole database, sealed for whoever holds the key, and back again."""
