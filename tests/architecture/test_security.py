"""Every demand of security said to be met names tests that exist."""

import ast
import re

import pytest

from tests.architecture.source import ROOT, modules

PAGE = ROOT / "docs" / "security.md"
STATES = {"met", "operator", "partly", "not yet", "–"}
NAMED = re.compile(r"`(test_\w+)`")
HEADINGS = {"asked for", "---"}
ROWS = [
    cells
    for line in PAGE.read_text(encoding="utf-8").splitlines()
    if line.startswith("| ")
    and (cells := tuple(cell.strip() for cell in line.strip("|").split(" |")))[0]
    not in HEADINGS
]


def names_of_tests() -> set[str]:
    """The name of every test in the house."""
    return {
        node.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


THERE = names_of_tests()


def test_every_row_has_a_state_and_says_where_or_why():
    assert ROWS
    assert {cells[1] for cells in ROWS} <= STATES
    assert {len(cells) for cells in ROWS} == {4}
    assert all(cells[2] for cells in ROWS)


@pytest.mark.parametrize(
    "cells", [cells for cells in ROWS if cells[1] == "met"], ids=lambda cells: cells[0]
)
def test_what_is_met_is_shown_by_tests_that_exist(cells):
    named = set(NAMED.findall(cells[3]))

    assert named
    assert named <= THERE


def test_only_what_is_invented_is_drawn_by_ordinary_chance():
    drawing = {
        module.path.split("/")[1]
        for module in modules()
        if re.search(r"^\s*(?:from|import) random\b", module.text, re.MULTILINE)
    }

    assert drawing == {"demo"}
