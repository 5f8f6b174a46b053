"""Coordinated discharge (samverkan vid utskrivning, LUS 2017:612)."""
