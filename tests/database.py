"""Every test meets a real PostgreSQL, started before Django reads its settings.

A plugin of pytest (`-p tests.database`), because Django's own plugin reads the
settings before any conftest file is.
"""

import os

from naravard.config.embedded import ensure_database

os.environ["NARAVARD_MODE"] = "test"
ensure_database("postgres-test")
