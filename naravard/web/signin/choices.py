"""The invented people one can sign in as in practice mode."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import gettext

from naravard.core.errors import NotFound
from naravard.web.menu import Face


class SigninChoice(Protocol):
    """One persona, as the practice county describes it.

    `actor` is put in the session for the access rules, `caregiver` is one of the
    letters P, S, V, K and A, `face` is a value of `Face`, and `about` says in one
    sentence what this person comes to do.
    """

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def role(self) -> str: ...
    @property
    def organisation(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def caregiver(self) -> str: ...
    @property
    def face(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def actor(self) -> Mapping[str, object]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceGroup:
    """The personas of one face, under its heading."""

    title: str
    choices: tuple[SigninChoice, ...]


def practice_choices() -> Sequence[SigninChoice]:
    """The personas named by the setting SIGNIN_CHOICES; none outside practice."""
    if not settings.DEMO or not settings.SIGNIN_CHOICES:
        return ()
    found: Iterable[SigninChoice] = import_string(settings.SIGNIN_CHOICES)()
    return tuple(found)


def choice_named(key: str) -> SigninChoice:
    """The persona with this key. Raises NotFound when there is none."""
    for choice in practice_choices():
        if choice.key == key:
            return choice
    raise NotFound(
        gettext("Personen du valde finns inte i övningsmiljön."),
        remedy=gettext("Välj någon annan i listan."),
    )


def grouped(choices: Sequence[SigninChoice]) -> tuple[ChoiceGroup, ...]:
    """The personas by face, staff first; a face without personas is left out."""
    titles = {
        Face.STAFF: gettext("Medarbetare"),
        Face.INHABITANT: gettext("Invånare"),
        Face.DECISION_MAKER: gettext("Beslutsfattare"),
    }
    groups = (
        ChoiceGroup(
            title=title,
            choices=tuple(choice for choice in choices if choice.face == face),
        )
        for face, title in titles.items()
    )
    return tuple(group for group in groups if group.choices)
