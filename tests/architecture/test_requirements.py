"""Every requirement said to be met is shown by a test that exists."""

import ast
import re

import pytest

from tests.architecture.source import ROOT

PAGE = ROOT / "docs" / "requirements.md"
ROW = re.compile(
    r"^\| (?P<id>R\d-\d+) \| (?P<phrase>.+?) \| .+ \| `(?P<test>[^`]+)` \|$"
)
ROWS = [
    match
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if (match := ROW.match(line))
]


def names_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_the_page_has_requirements():
    lines = PAGE.read_text(encoding="utf-8").splitlines()

    assert len(ROWS) == sum(line.startswith("| R") for line in lines)
    assert ROWS


def test_every_requirement_stands_once():
    ids = [row["id"] for row in ROWS]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_what_shows_a_requirement_is_a_test_that_exists(row):
    path, _, name = row["test"].partition("::")

    found = names_in(path)

    assert name in found if name else found
