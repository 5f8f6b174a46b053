"""A folder of one's own, which the user who runs the database may pass through."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder with a short path; pytest's own are closed to other users."""
    with tempfile.TemporaryDirectory(prefix="nara-") as name:
        yield Path(name)
