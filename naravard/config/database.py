"""Reads DATABASE_URL; PostgreSQL is the only dialect."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

# A statement seen a few times is planned once for each connection. A pooler that moves
# connections between transactions cannot keep them: `?prepared=no` turns it off.
PREPARED: dict[str, Any] = {"server_side_binding": True, "prepare_threshold": 3}


def database_from_url(url: str, role: str = "") -> dict[str, Any]:
    """Django's DATABASES entry for a postgresql:// address, acting as a role."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must be a postgresql:// address.")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    prepared = {} if query.pop("prepared", "yes") == "no" else PREPARED
    return {
        "ENGINE": "naravard.config.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {**prepared, **query, **({"assume_role": role} if role else {})},
    }
