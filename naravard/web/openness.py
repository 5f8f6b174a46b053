"""Which views may be seen without signing in; every other view is closed."""

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

from django.http import HttpResponseBase

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
MARK = "naravard_openness"


class Openness(StrEnum):
    """Who may call a view."""

    SIGNED_IN = "signed_in"
    OPEN_TO_ALL = "open_to_all"
    GUARDS_ITSELF = "guards_itself"


def open_to_all(view: View) -> View:
    """Mark a view that shows nothing about any person."""
    setattr(view, MARK, Openness.OPEN_TO_ALL)
    return view


def guards_itself(view: View) -> View:
    """Mark a view that checks who asks in another way, such as FHIR's tokens."""
    setattr(view, MARK, Openness.GUARDS_ITSELF)
    return view


def openness_of(view: Callable[..., object]) -> Openness:
    """How open a view is: closed unless marked."""
    return Openness(getattr(view, MARK, Openness.SIGNED_IN))
