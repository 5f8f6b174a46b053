"""The guards are tried on purpose: each must say no to what it is there to stop."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

READS_WITHOUT_A_RECORD = """
from uuid import UUID

from naravard.people.queries import person_header


def show(person_id: UUID) -> object:
    return person_header(person_id)
"""


@pytest.fixture
def copy_of_the_house(tmp_path) -> Path:
    shutil.copytree(
        ROOT / "naravard",
        tmp_path / "naravard",
        ignore=shutil.ignore_patterns("__pycache__", "static", "templates", "locale"),
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def check_layers(house: Path) -> str:
    answer = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=house,
        capture_output=True,
        check=False,
        text=True,
    )
    return answer.stdout


def add_line(house: Path, module: str, line: str) -> None:
    path = house / "naravard" / module
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")


def test_every_layer_is_kept(copy_of_the_house):
    assert "0 broken." in check_layers(copy_of_the_house)


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        (
            "people/roles.py",
            "import naravard.access.rules",
            "nothing imports upward BROKEN",
        ),
        (
            "discharge/rules/__init__.py",
            "import django.db",
            "know nothing of Django BROKEN",
        ),
        (
            "web/guard.py",
            "import naravard.people.models",
            "never touch tables BROKEN",
        ),
        (
            "people/models.py",
            "import naravard.people.services",
            "services above queries above models above rules BROKEN",
        ),
    ],
)
def test_an_import_the_wrong_way_is_refused(copy_of_the_house, module, line, contract):
    add_line(copy_of_the_house, module, line)

    assert contract in check_layers(copy_of_the_house)


def test_a_room_nobody_placed_is_refused(copy_of_the_house):
    room = copy_of_the_house / "naravard" / "attic"
    room.mkdir()
    (room / "__init__.py").touch()

    assert "naravard.attic" in check_layers(copy_of_the_house)


def test_a_person_cannot_be_read_without_an_opened_record(tmp_path):
    snippet = tmp_path / "reads_without_a_record.py"
    snippet.write_text(READS_WITHOUT_A_RECORD, encoding="utf-8")

    answer = subprocess.run(
        [sys.executable, "-m", "mypy", "--follow-imports=silent", snippet],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )

    assert 'expected "OpenRecord"' in answer.stdout
