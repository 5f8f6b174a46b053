"""The session engine (SESSION_ENGINE): sessions on the server, found by whom they are.

Django's own way of extending its sessions; nothing else reads or writes the table.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db.models import Q

from naravard.web.signin.models import SignedInSession
from naravard.web.signin.session import LOCKED, LOGIN, Login, login_of

NOBODY: dict[str, str] = {}


class SessionStore(DatabaseStore):
    """Sessions in our own table."""

    @classmethod
    def get_model_class(cls) -> type[AbstractBaseSession]:
        """The table."""
        return SignedInSession

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        """The row of a session, with the digests it is found by."""
        row = cast("SignedInSession", super().create_model_instance(data))
        login = data.get(LOGIN) or data.get(LOCKED) or NOBODY
        row.identity = login.get("identity", "")
        row.provider_session = login.get("provider_session", "")
        return row


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One sign-in of a person: since when, last seen, and whether it is this one."""

    began_at: datetime
    seen_at: datetime
    is_this: bool


def sessions_of(
    login: Login, this: str | None, now: datetime
) -> tuple[SessionRow, ...]:
    """Every sign-in of the one who is signed in, the latest seen first."""
    rows = SignedInSession.objects.filter(identity=login.identity, expire_date__gt=now)
    decode = SessionStore().decode
    kept = [(row, decode(row.session_data).get(LOGIN)) for row in rows]
    found = [
        SessionRow(
            began_at=login_of(said).began_at,
            seen_at=login_of(said).seen_at,
            is_this=row.session_key == this,
        )
        for row, said in kept
        if said
    ]
    return tuple(sorted(found, key=lambda row: row.seen_at, reverse=True))


def end_other_sessions(login: Login, this: str | None) -> int:
    """End every sign-in of the person but this one; how many."""
    others = SignedInSession.objects.filter(identity=login.identity)
    ended, _ = others.exclude(session_key=this).delete()
    return ended


def end_sessions(*, identity: str, provider_session: str) -> int:
    """End every session of the provider's session, else of the person; how many."""
    found = (
        Q(provider_session=provider_session)
        if provider_session
        else Q(identity=identity)
    )
    ended, _ = SignedInSession.objects.filter(found).delete()
    return ended
