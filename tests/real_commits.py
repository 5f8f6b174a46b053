"""For tests whose transactions really commit: threads, processes, a live server."""

from collections.abc import Iterator

import pytest
from django.db import connection


@pytest.fixture
def real_commits(transactional_db: None) -> Iterator[None]:
    """Commit for real, and let the emptying afterwards pass the append-only guards."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
