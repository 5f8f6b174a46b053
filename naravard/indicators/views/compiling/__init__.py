"""Turns a view's tree into SQL: pure, no database and no file is needed for it."""
