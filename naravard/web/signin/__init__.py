"""Signing in: the one place an identity provider replaces the practice personas."""
