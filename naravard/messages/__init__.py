"""Statutory messages between care providers."""
