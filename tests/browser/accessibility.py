"""What an automatic test can see of accessibility."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": [
        *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
    ],
    # What holds is not told element by element: that would take half of the time.
    "resultTypes": ["violations"],
}


def violations(page: Page) -> list[str]:
    """Every broken rule with the elements that break it."""
    results = Axe().run(page, options=RULES)
    return [
        f"{found['id']}: {node['target']} {node['failureSummary']}"
        for found in results.response["violations"]
        for node in found["nodes"]
    ]


def sideways(page: Page) -> int:
    """How many pixels wider than the window the page is."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return max(wider, 0)
