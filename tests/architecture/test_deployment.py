"""What an operator installs names only commands and settings that are there."""

import re
from configparser import ConfigParser
from pathlib import Path

import pytest
from django.core.management import get_commands

from naravard.web.signin.provider import Who
from tests.architecture.source import PACKAGE, ROOT

UNITS = sorted((ROOT / "deploy" / "systemd").glob("*.service"))
COMMAND = re.compile(r"/\.venv/bin/naravard ([\w-]+)")
SETTING = re.compile(r"\b(?:NARAVARD_\w+|DATABASE_URL)\b")


def unit(path: Path) -> ConfigParser:
    parser = ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read(path, encoding="utf-8")
    return parser


def settings_that_are_read() -> set[str]:
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    read = {name for text in sources for name in SETTING.findall(text)}
    provider = (PACKAGE / "web" / "signin" / "provider.py").read_text(encoding="utf-8")
    parts = re.findall(r"[\"']([A-Z_]+)[\"']", provider)
    return read | {f"NARAVARD_{who.upper()}_{part}" for who in Who for part in parts}


def pages() -> list[Path]:
    return [
        ROOT / "README.md",
        ROOT / "deploy" / "environment.example",
        *(ROOT / "docs" / "operations").glob("*.md"),
    ]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_starts_only_commands_that_are_there(path):
    named = {name.replace("-", "_") for name in COMMAND.findall(path.read_text())}

    assert named <= set(get_commands())


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_gives_away_no_more_than_it_must(path):
    service = unit(path)["Service"]

    assert service["User"] == "naravard"
    assert service["NoNewPrivileges"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["PrivateTmp"] == "yes"


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_holds_no_secret(path):
    assert not SETTING.findall(path.read_text().replace("NARAVARD_BIND", ""))


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_a_setting_that_is_told_of_is_read(path):
    found = SETTING.findall(path.read_text(encoding="utf-8"))
    told = {name for name in found if not name.endswith("_")}  # NARAVARD_STAFF_…

    assert told <= settings_that_are_read()


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_a_unit_has_somewhere_to_keep_compiled_code(path):
    service = path.read_text(encoding="utf-8")

    assert "\nCacheDirectory=naravard\n" in service
    assert "\nEnvironment=NUMBA_CACHE_DIR=/var/cache/naravard\n" in service
