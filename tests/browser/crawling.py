"""Walk the pages as somebody signed in: from the first page by every link there is."""

import re
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page

from tests.browser.accessibility import sideways, violations

WIDTH, PHONE, NARROWEST, HEIGHT = 1440, 390, 320, 900
DONE, REFUSED = 200, 403
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Sixty measures have one page each, of one kind; their widths are tried by themselves.
MEASURE = re.compile(r"(?<=/matt/)[^/]+")
# A calm refusal is a page too, but the browser complains of its status.
REFUSAL = "the server responded with a status of 403"
FILE = "Download is starting"
FIRST_STOP = """() => document.querySelector(
    'a[href], button, input:not([type=hidden]), select, textarea, summary')
    .matches('a.hoppa[href="#innehall"]') && !!document.getElementById('innehall')"""
# Whoever has gone through every stop stands somewhere below: there the head of the page
# may hide half of a target, which is nobody's fault.
TO_THE_TOP = "() => scrollTo({top: 0, behavior: 'instant'})"
LINKS = "() => [...document.querySelectorAll('a[href]')].map(each => each.href)"
RINGLESS = """() => {
    const ring = each => {
        const style = getComputedStyle(each);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
            || style.boxShadow !== 'none';
    };
    return [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary')]
        .filter(each => each.checkVisibility() && !each.disabled)
        .filter(each => {
            each.focus();
            return !ring(each) && !ring(each.parentElement);
        })
        .map(each => each.outerHTML.slice(0, 90));
}"""


@dataclass(kw_only=True)
class Walk:
    """One person's way through the pages, and what was wrong on it."""

    page: Page
    address: str
    tried: set[str]
    faults: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """A script that fails is a fault."""
        self.page.on("pageerror", lambda error: self._note(str(error)))
        self.page.on("console", self._hear)

    def everywhere(self) -> None:
        """Follow each kind of link once, but what others have tried only in menus."""
        self._try(kind_of(self.page.url))
        waiting = self._links()
        while waiting:
            path = waiting.pop(0)
            kind = kind_of(path)
            if kind in self.tried:
                continue
            if self._open(path):
                self._try(kind)
                waiting += self._links()

    def _open(self, path: str) -> bool:
        """Whether a page came, read from the top; a file to keep is no page."""
        try:
            answer = self.page.goto(urldefrag(path).url)
        except Error as problem:
            if FILE not in str(problem):
                raise
            return False
        if answer is None or answer.status not in (DONE, REFUSED):
            self._note(f"svarar {answer and answer.status}")
        return True

    def _links(self) -> list[str]:
        """The links of the page that lead to kinds of pages not seen before."""
        found = {}
        for link in self.page.evaluate(LINKS):
            if link.startswith(self.address) and kind_of(link) not in self.seen:
                found.setdefault(kind_of(link), link)
        self.seen |= set(found)
        return list(found.values())

    def _try(self, kind: str) -> None:
        self.tried.add(kind)
        self.page.wait_for_load_state()
        found = violations(self.page)
        if not self.page.evaluate(FIRST_STOP):
            found.append("hoppa-länken är inte först")
        self.page.keyboard.press("Shift")
        found += [f"ingen ring: {each}" for each in self.page.evaluate(RINGLESS)]
        self._is_wide(PHONE)
        found += violations(self.page)
        self._is_wide(NARROWEST)
        found += [f"{sideways(self.page)} px för bred"] * bool(sideways(self.page))
        self._is_wide(WIDTH)
        for fault in found:
            self._note(fault)

    def _is_wide(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.evaluate(TO_THE_TOP)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and REFUSAL not in message.text:
            self._note(message.text)

    def _note(self, fault: str) -> None:
        self.faults.append(f"{kind_of(self.page.url)}: {fault}")


def kind_of(url: str) -> str:
    """What kind of page an address leads to: without whose, and which view of it."""
    return MEASURE.sub("*", UUID.sub("*", urlsplit(url).path))
