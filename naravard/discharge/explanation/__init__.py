"""A case in as JSON, its explanation out as JSON or as a page to read.

The contract other programs rely on stands in docs/explain-discharge.md.
"""
