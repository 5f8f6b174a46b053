"""Every form there is, found by walking through the pages that somebody may open."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import resolve

from tests.integration.hostile.decided import lets_in
from tests.integration.hostile.door import ONLY_SENT, SENT_TOO, answer, knocks
from tests.integration.hostile.knock import Knock
from tests.integration.hostile.paths import form, path
from tests.integration.hostile.town import NOW, Town, client_of

# Those who together are let in nearly everywhere, and are not the town's own.
VISITORS = (
    "district_nurse at vc-lillby",
    "physician at medicin",
    "care_planner at lillby-hemgang",
    "district_nurse at team-syd",
    "municipal_nurse at lillby-hsv",
    "head_of_unit at vc-lillby",
    "log_reviewer at medicin",
    "decision_maker at vc-lillby",
    "social_worker at lillby-barn",
    "cared for",
    "Morsten for child of ten",
)
PERSONS = ("cared for", "child of ten")
SIGNING_IN = ("sign_", "signed_", "choose_", "confirm", "kept_form", "forget_form")
# What is sent by a script, or from a page that must be sent to itself to be seen.
SENT_BLIND = ("row", "text", "reason", "next", "request_id", "form", "decision")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundForm:
    """One form: who found it, where it is sent, and what stands in it."""

    visitor: str
    action: str
    fields: dict[str, tuple[str, ...]]  # each with the values it offers


@dataclass(slots=True)
class _Open:
    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)


class _Forms(HTMLParser):
    """Reads the forms of a page that are sent."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.found: list[_Open] = []
        self.inside: _Open | None = None
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form" and said.get("method", "").lower() == "post":
            self.inside = _Open(urljoin(self.address, said.get("action", "")))
            self.found.append(self.inside)
        elif tag == "option" and self.inside and self.select:
            self.inside.fields[self.select].append(said.get("value", ""))
        elif self.inside and said.get("name"):
            self._field(tag, said)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = None
        if tag == "select":
            self.select = ""

    def _field(self, tag: str, said: dict[str, str]) -> None:
        assert self.inside is not None
        values = self.inside.fields.setdefault(said["name"], [])
        if tag == "select":
            self.select = said["name"]
        elif said.get("value"):
            values.append(said["value"])


def pages(town: Town) -> list[Knock]:
    """One way into every page: the first of the visitors who is let in."""
    found: dict[tuple[str, str], Knock] = {}
    for knock in _ways_in(town):
        key = (knock.address, knock.slug)
        fits = not knock.sent and not knock.address.startswith(SIGNING_IN)
        if fits and key not in found and lets_in(town, knock, NOW):
            found[key] = knock
    return list(found.values())


def forms(town: Town, shown: list[Knock]) -> tuple[FoundForm, ...]:
    """The forms of those pages, and what is sent where no form has been found."""
    seen = [each for knock in shown for each in _on(town, knock)]
    named = {resolve(urlsplit(each.action).path).view_name for each in seen}
    blind = _blind(town, named)
    one_each = {(each.action, *each.fields): each for each in (*seen, *blind)}
    return tuple(one_each.values())


def _on(town: Town, knock: Knock) -> Iterator[FoundForm]:
    reader = _Forms(path(town, knock))
    page = answer(town, client_of(town.visitors[knock.visitor]), knock)
    if page.headers.get("Content-Type", "").startswith("text/html"):
        reader.feed(page.content.decode())
    for each in reader.found:
        fields = {name: tuple(values) for name, values in each.fields.items()}
        yield FoundForm(visitor=knock.visitor, action=each.action, fields=fields)


def _blind(town: Town, named: set[str]) -> Iterator[FoundForm]:
    """One form at each address that is sent to, of the fields we know of."""
    left = (ONLY_SENT | SENT_TOO) - named
    for knock in _ways_in(town):
        if knock.address in left and knock.sent and lets_in(town, knock, NOW):
            left = left - {knock.address}
            known = {name: (str(v),) for name, v in form(town, knock).items()}
            yield FoundForm(
                visitor=knock.visitor,
                action=path(town, knock),
                fields=dict.fromkeys(SENT_BLIND, ()) | known,
            )


def _ways_in(town: Town) -> Iterator[Knock]:
    return (
        knock
        for knock in knocks(town)
        if knock.visitor in VISITORS and knock.about in PERSONS
    )


def browser(town: Town, visitor: str, address: str) -> Client:
    """The visitor's browser, at a network address of its own."""
    return client_of(town.visitors[visitor], REMOTE_ADDR=address)
