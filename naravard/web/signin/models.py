"""The session's own table: Django's, with what a provider needs to end a session."""

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class SignedInSession(AbstractBaseSession):
    """One session; the digests find those a provider says have been logged out."""

    identity = models.CharField(max_length=64, blank=True, db_index=True)
    provider_session = models.CharField(max_length=64, blank=True, db_index=True)
