"""Every form and every page of the house, found as one finds them, meets hostility."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import pytest
import time_machine
from django.db import connection, transaction
from django.http import HttpResponse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from tests.integration.hostile import forms
from tests.integration.hostile.forms import FoundForm
from tests.integration.hostile.knock import Knock
from tests.integration.hostile.paths import path
from tests.integration.hostile.town import NOW, Town, build_town
from tests.integration.hostile.values import (
    GOOD_MOMENTS,
    MOMENTS,
    RAW,
    hostile,
    identifiers,
)
from tests.pages_role import as_pages

A_YEAR = 365 * 24 * 3600  # seconds
PARAMETERS = (
    *("visa", "sida", "sjukhus", "spar", "arende", "oppnad", "kant", "period", "fore"),
    *("text", "next", "dag", "forslag", "varfor", "plan", "till", "fran", "kommun"),
    *("plats", "vem", "som", "matt", "because", "unit", "kind"),
)
NOBODYS = UUID("00000000-0000-4000-8000-000000000000")
_TRIED: Counter[int] = Counter()  # by the status of the answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The town with all its pages and forms."""

    town: Town
    pages: list[Knock]
    forms: tuple[FoundForm, ...]


@pytest.fixture
def found(db: None, settings: Settings) -> Iterator[Found]:
    settings.SESSION_COOKIE_AGE = A_YEAR
    with time_machine.travel(NOW, tick=False):
        town = build_town()
        shown = forms.pages(town)
        every = forms.forms(town, shown)
        yield Found(town=town, pages=shown, forms=every)
        print(
            f"{_TRIED.total()} hostile inputs so far, among {len(every)} forms"
            f" and {len(shown)} pages: {dict(_TRIED)}"
        )


def _lean(examples: int) -> settings:
    """So many examples in `make test`, as many as the profile says in `make soak`."""
    usual = settings.default
    return settings(
        max_examples=examples if usual.derandomize else usual.max_examples,
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
        ],
    )


@_lean(110)
@given(data=st.data())
def test_every_form_and_page_meets_hostility(found: Found, data: st.DataObject) -> None:
    asked = data.draw(st.sampled_from([*found.forms, *found.forms, *found.pages]))

    with _taken_back(), as_pages():
        _ask(found, asked, data)


def _ask(found: Found, asked: FoundForm | Knock, data: st.DataObject) -> None:
    browser = forms.browser(found.town, asked.visitor, _address())
    if isinstance(asked, Knock):
        page = path(found.town, asked).partition("?")[0]
        _check(browser.get(page, data.draw(_parameters(found))))
        return
    told = browser.post(
        asked.action,
        urlencode(data.draw(_filled(found, asked)), errors="replace"),
        content_type="application/x-www-form-urlencoded",
    )
    _check(told)
    for page in _shown_next(told):
        _check(browser.get(page))


@st.composite
def _filled(draw: st.DrawFn, found: Found, form: FoundForm) -> list[tuple[str, str]]:
    """The form with something in every field, now and then everything twice."""
    sent = [
        (name, draw(_value(found, values)))
        for name, values in form.fields.items()
        if name != "csrfmiddlewaretoken"
    ]
    return draw(st.sampled_from([sent, sent, sent, sent + sent]))


def _parameters(found: Found) -> st.SearchStrategy[dict[str, str]]:
    value = hostile | identifiers(_elsewhere(found.town))
    return st.dictionaries(st.sampled_from(PARAMETERS), value, max_size=4)


def _value(found: Found, offered: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Mostly what the form offers, else something right, else something hostile."""
    known = identifiers(_elsewhere(found.town))
    right = st.sampled_from(offered) if offered else st.just("Hon går med rollator.")
    moments = st.sampled_from(GOOD_MOMENTS) | st.sampled_from(MOMENTS)
    return right | right | right | known | moments | hostile


def _shown_next(told: HttpResponse) -> list[str]:
    """Where one is led, which is where what was written is shown."""
    if told.status_code != 302:
        return []
    to = urlsplit(told.headers["Location"])
    return [] if to.netloc else [f"{to.path}?{to.query}"]


def _elsewhere(town: Town) -> tuple[UUID, ...]:
    """Numbers of other cases, persons, messages, visits and units."""
    other, near = town.citizens["of another municipality"], town.citizens["cared for"]
    visited = near.visited
    ids = (other.id, other.case, other.message, town.house.other_ward, near.id)
    more = (visited and visited.visit, visited and visited.request, town.teams.shift)
    return tuple(each for each in (*ids, *more, NOBODYS) if each)


def _check(answer: HttpResponse) -> None:
    _TRIED[answer.status_code] += 1
    assert answer.status_code < 500
    assert "\n" not in "".join(answer.headers.values())
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        assert not any(raw in answer.content.decode() for raw in RAW)


def _address() -> str:
    """A new one each time: how often one may ask is tried elsewhere."""
    return f"10.2.{_TRIED.total() // 250 % 250}.{_TRIED.total() % 250}"


class _taken_back:  # noqa: N801 (reads as a statement)
    """Whatever is written inside is gone afterwards."""

    def __enter__(self) -> None:
        self._block = transaction.atomic()
        self._block.__enter__()

    def __exit__(self, kind: object, problem: object, trace: object) -> None:
        connection.needs_rollback = True
        self._block.__exit__(None, None, None)
