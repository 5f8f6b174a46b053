"""Intervals, standardisation, control charts, funnels and small numbers (pure)."""
