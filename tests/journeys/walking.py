"""Walk the pages by their links, without a browser, and keep what stands beside them.

Beside a page stand its address, where it sends one, what it links to and its cookies:
all that is kept by browsers, proxies and logs, and must tell of nobody.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from http.cookies import SimpleCookie

from django.http import HttpResponse
from django.test import Client

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LINK = re.compile(r'(?:href|src|action|hx-get|hx-post|hx-push-url)="([^"]*)"')
NUMBER = re.compile(
    r"(?<![0-9a-f-])(?:\d\d)?(\d{6})(?:-|\+|%2[BD]|\s)?(\w{2}\d\d)(?!\w)"
)
SENDING = ("Location", "HX-Redirect", "HX-Push-Url", "Content-Disposition", "Link")


@dataclass(kw_only=True)
class Walk:
    """One person's way through the pages."""

    client: Client
    traces: list[str] = field(default_factory=list)
    answers: dict[str, int] = field(default_factory=dict)

    def everywhere_from(self, path: str) -> "Walk":
        """Open one page of each kind that can be reached by links."""
        waiting, seen = [path], {kind_of(path)}
        while waiting:
            for link in self.opens(waiting.pop(0)):
                if is_page(link) and kind_of(link) not in seen:
                    seen.add(kind_of(link))
                    waiting.append(link)
        return self

    def opens(self, path: str) -> list[str]:
        """Open a page, and return its links."""
        return self._notes(path, self.client.get(path))

    def sends(self, path: str, **entered: str) -> list[str]:
        """Send a form, and return the links of what came."""
        return self._notes(path, self.client.post(path, entered))

    def _notes(self, path: str, answer: HttpResponse) -> list[str]:
        body = b"".join(answer) if answer.streaming else answer.content
        links = [unescape(link) for link in LINK.findall(body.decode(errors="ignore"))]
        gone_to = [answer.headers[each] for each in SENDING if each in answer.headers]
        self.answers[kind_of(path)] = answer.status_code
        self.traces += [path, *links, *gone_to, cookies(answer.cookies)]
        return [*links, *gone_to]


def is_page(link: str) -> bool:
    """Whether a link leads to a page of ours, not to a picture or a style."""
    return link.startswith("/") and not link.startswith("/static/")


def kind_of(path: str) -> str:
    """What kind of page an address leads to: without whose, and which view of it."""
    return UUID.sub("*", path.partition("?")[0].partition("#")[0])


def cookies(kept: SimpleCookie) -> str:
    """What the browser is asked to keep."""
    return kept.output(header="")


def numbers_in(text: str) -> set[str]:
    """Everything that could be a personal number, as its last ten characters."""
    return {"".join(found) for found in NUMBER.findall(text)}
