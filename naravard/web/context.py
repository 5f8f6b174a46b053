"""What every page knows: language, menu, who is signed in, whether it is practice."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from naravard.access.rules import may_do
from naravard.core import clock
from naravard.core.errors import DomainError
from naravard.people.queries import reads_for
from naravard.people.roles import RelatedKind
from naravard.web import menu
from naravard.web.actor import actor_of, is_relative, is_staff
from naravard.web.signin.session import Shown, shown_in
from naravard.web.words.days import language


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChoice:
    """One language to switch to, in its own words."""

    code: str
    name: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the base templates show around a page's own content."""

    practice: bool
    language: str
    languages: tuple[LanguageChoice, ...]
    now: datetime
    path: str
    me: Shown | None
    menu: tuple[menu.Group, ...]
    search: str


def page(request: HttpRequest) -> dict[str, object]:
    """The context processor: one name, `page`."""
    me = shown_in(request)
    closed = closed_pages(request)
    return {
        "page": Page(
            practice=settings.DEMO,
            language=language(),
            languages=language_choices(),
            now=clock.now(),
            path=request.get_full_path(),
            me=me,
            menu=menu.groups_for(me, request.path, closed),
            search=menu.search_for(me, closed),
        )
    }


def closed_pages(request: HttpRequest) -> frozenset[str]:
    """What somebody who reads by a mandate, or in a role, is not offered."""
    if is_staff(request):
        return _closed_in_role(request)
    if not is_relative(request):
        return frozenset()
    actor = actor_of(request)
    answers_for = {
        row.person_id
        for row in reads_for(actor, clock.day_of(clock.now()))
        if row.kind is RelatedKind.GUARDIAN
    }
    own = actor.on_behalf_of in answers_for
    return frozenset() if own else menu.CLOSED_TO_MANDATES


def _closed_in_role(request: HttpRequest) -> frozenset[str]:
    try:
        actor = actor_of(request)
    except DomainError:  # the assignment has ended, which the page itself says
        return frozenset()
    refused = (
        route
        for route, action in menu.NEEDED.items()
        if not may_do(actor, action).allowed
    )
    return frozenset(refused)


def bare_page() -> Page:
    """The same without request, session or database, for when those may be broken."""
    return Page(
        practice=settings.DEMO,
        language=language(),
        languages=(),
        now=clock.now(),
        path="/",
        me=None,
        menu=(),
        search="",
    )


def language_choices() -> tuple[LanguageChoice, ...]:
    """The languages the pages exist in."""
    current = language()
    return tuple(
        LanguageChoice(code=code, name=str(name), current=code == current)
        for code, name in settings.LANGUAGES
    )
