"""What is said after something was done: the consequence, not "saved"."""

from django.contrib import messages
from django.http import HttpRequest


def tell(request: HttpRequest, title: str, consequence: str) -> None:
    """Say on the next page what was done and what happens next, and for whom."""
    messages.success(request, consequence, extra_tags=title)
