"""No place, no person and no workplace is written into the house."""

import re
import subprocess
import tomllib
from datetime import date
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT

NUMBER = re.compile(r"(?<![\d.])(?P<day>(?:\d\d)?\d{6})[-+]?(?P<last>\d{4})(?![\d.])")
TEST_BIRTH_NUMBERS = range(980, 1000)
# Where invented persons are written by hand, and where numbers are explained.
MAY_HOLD_TEST_NUMBERS = (
    "naravard/demo/",
    "naravard/messages/catalogue/",
    "naravard/people/identity/",
    "naravard/web/components/gallery_examples.py",
    "naravard/web/words/numbers.py",
)
# Numbers printed in textbooks and profiles, listed to be recognised as such.
PUBLISHED = "naravard/people/identity/numbers_for_tests.py"
# A surname may be a place as well.
SURNAMES = "naravard/demo/names.py"
TEXT_FILES = {".py", ".html", ".txt", ".css", ".js", ".md", ".toml", ".po", ".json"}


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def text_files() -> list[Path]:
    return [path for path in tracked_files() if path.suffix in TEXT_FILES]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def place_names() -> set[str]:
    """Municipalities, their towns and the seat of the region, of every county file."""
    counties = [
        tomllib.loads(text_of(path)) for path in (ROOT / "counties").glob("*.toml")
    ]
    rows = [row for county in counties for row in county["municipalities"]]
    towns = {town["name"] for row in rows for town in row["towns"]}
    seats = {county["region"]["residence"] for county in counties}
    return {row["name"] for row in rows} | towns | seats


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def luhn(digits: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def is_personal_number(match: re.Match[str]) -> bool:
    """Whether the digits are a birthday, or one with 60 added, and the sum is right."""
    year, month, day = (int(match["day"][-6:][at : at + 2]) for at in (0, 2, 4))
    try:
        date(2000 + year, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    return luhn(match["day"][-6:] + match["last"])


def personal_numbers(text: str) -> list[re.Match[str]]:
    return [match for match in NUMBER.finditer(text) if is_personal_number(match)]


def is_test_number(match: re.Match[str]) -> bool:
    return int(match["last"][:3]) in TEST_BIRTH_NUMBERS


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("19430214-9804", True),
        ("430214-9804", True),
        ("19430274-9801", True),
        ("19430214-9805", False),
        ("19431314-9804", False),
        ("1.2.752.129.2.1.3.1", False),
        ("070-174 06 05", False),
        ("2026-03-02", False),
    ],
)
def test_a_personal_number_is_recognised(text, found):
    assert bool(personal_numbers(text)) is found


def test_no_personal_number_stands_in_the_product():
    found = [
        name_of(path)
        for path in text_files()
        if path.is_relative_to(PACKAGE)
        and not name_of(path).startswith(MAY_HOLD_TEST_NUMBERS)
        and personal_numbers(text_of(path))
    ]

    assert not found


def test_invented_persons_have_numbers_nobody_can_have():
    real = [
        name_of(path)
        for path in text_files()
        if not path.is_relative_to(ROOT / "tests") and name_of(path) != PUBLISHED
        for match in personal_numbers(text_of(path))
        if not is_test_number(match)
    ]

    assert not real


def test_no_place_is_named_in_code_or_templates():
    names = re.compile(rf"\b({'|'.join(map(re.escape, sorted(place_names())))})\b")
    named = [
        f"{name_of(path)}: {match[0]}"
        for path in text_files()
        if path.is_relative_to(PACKAGE) and path.suffix in {".py", ".html", ".po"}
        if name_of(path) != SURNAMES
        for match in names.finditer(text_of(path))
    ]

    assert not named


def test_nothing_speaks_of_the_machine_it_was_written_on():
    paths = re.compile(r"(?<![\w.])/(?:work|farm|root|home/\w+)/")
    telling = [
        f"{name_of(path)}: {match[0]}"
        for path in text_files()
        for match in paths.finditer(text_of(path))
    ]

    assert not telling


def test_nothing_in_the_repository_points_out_of_it():
    assert not [name_of(path) for path in tracked_files() if path.is_symlink()]
