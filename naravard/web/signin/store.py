"""The session engine (SESSION_ENGINE): sessions on the server, found by whom they are.

Django's own way of extending its sessions; nothing else reads or writes the table.
"""

from typing import Any, cast

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db.models import Q

from naravard.web.signin.models import SignedInSession
from naravard.web.signin.session import LOCKED, LOGIN

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


def end_sessions(*, identity: str, provider_session: str) -> int:
    """End every session of the provider's session, else of the person; how many."""
    found = (
        Q(provider_session=provider_session)
        if provider_session
        else Q(identity=identity)
    )
    ended, _ = SignedInSession.objects.filter(found).delete()
    return ended
