"""The sign-in as a Django application: it owns the table of sessions."""

from django.apps import AppConfig


class SignInConfig(AppConfig):
    """Named apart from Django's own sessions."""

    name = "naravard.web.signin"
    label = "signin"
