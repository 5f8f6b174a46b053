"""The app's label differs from Django's own `messages`."""

from django.apps import AppConfig


class MessagesConfig(AppConfig):
    """Statutory messages."""

    name = "naravard.messages"
    label = "care_messages"
