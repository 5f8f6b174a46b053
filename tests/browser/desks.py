"""A desk: one person's own browser window, where every new kind of page is tried."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.accessibility import sideways, violations

WIDTH = 1440
PHONE = 390
NARROWEST = 320
HEIGHT = 900
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# The mark goes with the page, or when htmx has put in a part of it.
MARK_AS_OLD = """() => {
    const page = document.documentElement;
    page.setAttribute("data-gammal", "");
    document.addEventListener(
        "htmx:afterSettle", () => page.removeAttribute("data-gammal"));
}"""


@dataclass
class Desk:
    """Somebody's window; a script that fails in it, or a rule broken, is a fault."""

    page: Page
    address: str
    faults: list[str]
    tried: set[str]

    def opens(self, path: str) -> "Desk":
        """Go to a page by its address."""
        self.page.goto(self.address + path)
        self._try()
        return self

    def follows(self, link: str) -> "Desk":
        """Follow a link of the page by what it is called."""
        with self._something_new():
            self.main.get_by_role("link", name=link).first.click()
        return self

    def presses(self, button: str) -> "Desk":
        """Press a button of the page by what it is called."""
        with self._something_new():
            self.main.get_by_role("button", name=button).first.click()
        return self

    def writes(self, label: str, text: str) -> "Desk":
        """Fill in a field by its label."""
        self.page.get_by_label(label).first.fill(text)
        return self

    def marks(self, *labels: str) -> "Desk":
        """Choose among radio buttons or boxes by their labels."""
        for label in labels:
            self.page.get_by_label(label).check()
        return self

    def picks(self, label: str, option: str) -> "Desk":
        """Choose in a list by its label."""
        self.page.get_by_label(label).select_option(label=option)
        return self

    def reads(self, *texts: str) -> "Desk":
        """Be sure that the page says this."""
        for text in texts:
            expect(self.main).to_contain_text(text)
        return self

    def reads_nothing_of(self, *texts: str) -> "Desk":
        """Be sure that the page does not say this."""
        for text in texts:
            expect(self.main).not_to_contain_text(text)
        return self

    def searches(self, text: str) -> "Desk":
        """Search from the top of any page, by keyboard."""
        self.page.keyboard.press("/")
        self.page.keyboard.type(text)
        with self._something_new():
            self.page.keyboard.press("Enter")
        return self

    def goes_to_case_of(self, name: str) -> "Desk":
        """From the list by the panel to the whole case, as one does."""
        self.opens("/utskrivningar/")
        with self._something_new():
            self.page.get_by_role("link", name=name).first.click()
        return self.follows("Öppna hela ärendet")

    @property
    def main(self) -> Locator:
        """The page without its bars and menus."""
        return self.page.get_by_role("main")

    @property
    def path(self) -> str:
        """Where the window is, without the server's own name."""
        return self.page.url.removeprefix(self.address)

    @contextmanager
    def _something_new(self) -> Iterator[None]:
        """Wait until a new page has come, or a part of this one."""
        self.page.evaluate(MARK_AS_OLD)
        yield
        expect(self.page.locator("html[data-gammal]")).to_have_count(0)
        self.page.wait_for_load_state()
        self._try()

    def _try(self) -> None:
        """Try the page if nobody has tried one of its kind before."""
        kind = f"{UUID.sub('*', self.path)} {self._headings()}"
        if kind not in self.tried:
            self.tried.add(kind)
            self.faults.extend(f"{kind}: {fault}" for fault in self._tried())

    def _headings(self) -> str:
        """What the parts of the page are called; one address has several faces."""
        return " / ".join(self.page.locator("main :is(h1, h2)").all_inner_texts())

    def _tried(self) -> list[str]:
        """What breaks a rule on a computer and a phone, or is wider than a phone."""
        found = violations(self.page)
        self._is_wide(PHONE)
        found += violations(self.page)
        self._is_wide(NARROWEST)
        wider = sideways(self.page)
        self._is_wide(WIDTH)
        return found + [f"{wider} px för bred"] * bool(wider)

    def _is_wide(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": HEIGHT})


@dataclass
class Office:
    """Where everybody has a desk of their own, and signs in by the form."""

    browser: Browser
    server: LiveServer
    faults: list[str] = field(default_factory=list)
    tried: set[str] = field(default_factory=set)
    desks: dict[str, Desk] = field(default_factory=dict)
    contexts: list[BrowserContext] = field(default_factory=list)

    def desk(self, name: str) -> Desk:
        """The desk of somebody who has signed in."""
        if name not in self.desks:
            self.desks[name] = self._signed_in(name)
        return self.desks[name]

    def close(self) -> None:
        """Everybody goes home."""
        for context in self.contexts:
            context.close()

    def _signed_in(self, name: str) -> Desk:
        context = self.browser.new_context(viewport={"width": WIDTH, "height": HEIGHT})
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.goto(f"{self.server.url}/logga-in/")
        page.get_by_role("button", name=f"Logga in som {name}").click()
        page.wait_for_url(f"{self.server.url}/*/")
        return Desk(
            page=page,
            address=self.server.url,
            faults=self.faults,
            tried=self.tried,
        )
