"""What an operator installs names only commands and settings that are there."""

import re
import shutil
import subprocess
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


def program(name: str) -> str:
    """Where a program of the operator's stands; the test is skipped without it."""
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin")
    if found is None:
        pytest.skip(f"{name} saknas: apt-get install nginx-light openssl systemd")
    return found


def certificate(folder: Path) -> None:
    """A certificate for the example's host, signed by nobody."""
    making = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=nara"
    files = ["-keyout", "key.pem", "-out", "certificate.pem"]
    subprocess.run(
        [program("openssl"), *making.split(), *files],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_nginx_takes_our_reverse_proxy(tmp_path):
    nginx = program("nginx")
    certificate(tmp_path)
    ours = (ROOT / "deploy" / "nginx" / "naravard.conf").read_text(encoding="utf-8")
    for folder in ("/etc/ssl/naravard", "/var/log/nginx"):
        ours = ours.replace(folder, str(tmp_path))
    whole = f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\n{ours}\n}}\n"
    (tmp_path / "nginx.conf").write_text(whole, encoding="utf-8")

    tried = subprocess.run(
        [nginx, "-t", "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "log")],
        capture_output=True,
        check=False,
        text=True,
    )

    assert tried.returncode == 0, tried.stderr


def test_systemd_knows_every_word_of_our_units(tmp_path):
    verify = program("systemd-analyze")
    shutil.copytree(ROOT / "deploy" / "systemd", tmp_path, dirs_exist_ok=True)
    files = [str(path) for path in sorted(tmp_path.iterdir())]

    said = subprocess.run(
        [verify, "verify", *files], capture_output=True, check=False, text=True
    )

    # Where Nära is not installed, its programs are all that may be missing.
    ours = [line for line in said.stderr.splitlines() if "naravard" in line]
    assert not [line for line in ours if "is not executable" not in line]
