"""The pages on the law name only functions and tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TESTS = "".join(
    path.read_text(encoding="utf-8")
    for kind in ("unit", "integration")
    for path in (ROOT / "tests" / kind / "access").glob("test_*.py")
)
CODE = "".join(
    path.read_text(encoding="utf-8")
    for path in (ROOT / "naravard" / "access").rglob("*.py")
)


@pytest.mark.parametrize("act", ["pdl", "svod", "osl"])
def test_every_name_on_the_page_is_in_the_house(act: str):
    page = (ROOT / "docs" / "law" / f"{act}.md").read_text(encoding="utf-8")
    names = set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", page))

    missing = {name for name in names if f"def {name}(" not in TESTS + CODE}

    assert names
    assert missing == set()
