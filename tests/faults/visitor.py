"""Somebody at a browser, without one: signs in, reads forms and sends them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener


class _Reader(HTMLParser):
    """The named inputs of every form on a page, form by form, and its links."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[dict[str, str]] = []
        self.links: list[str] = []

    def handle_starttag(
        self, tag: str, attributes: list[tuple[str, str | None]]
    ) -> None:
        found = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.forms.append({"": found.get("action", "")})
        if tag == "a":
            self.links.append(found.get("href", ""))
        if tag in {"input", "textarea"} and found.get("name") and self.forms:
            self.forms[-1].setdefault(found["name"], found.get("value", ""))


@dataclass(slots=True)
class Page:
    """What came back: the status, the text, its forms and its links."""

    status: int
    text: str
    forms: list[dict[str, str]]
    links: list[str]
    address: str


@dataclass(slots=True)
class Visitor:
    """One person's session with a server."""

    base: str
    opener: OpenerDirector = field(
        default_factory=lambda: build_opener(HTTPCookieProcessor(CookieJar()))
    )

    def get(self, path: str) -> Page:
        """Open a page; raises OSError when nobody answers."""
        with self.opener.open(self.base + path, timeout=20) as answer:
            return _page(answer.status, answer.read().decode(), answer.url)

    def post(self, path: str, form: dict[str, str]) -> Page:
        """Send a form and follow where it leads; raises OSError."""
        data = urlencode(form).encode()
        with self.opener.open(self.base + path, data, timeout=20) as answer:
            return _page(answer.status, answer.read().decode(), answer.url)

    def sign_in(self, key: str) -> None:
        """Become the persona with the key."""
        self.post("/logga-in/", {**self.form("/logga-in/"), "choice": key})

    def form(self, path: str) -> dict[str, str]:
        """What the page's own form, sent to the page itself, holds already."""
        mine = [form for form in self.get(path).forms if form[""] in {"", path}]
        return {name: value for name, value in mine[0].items() if name}


def _page(status: int, text: str, address: str) -> Page:
    reader = _Reader()
    reader.feed(text)
    return Page(status, text, reader.forms, reader.links, address)
