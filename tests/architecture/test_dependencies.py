"""The locked versions say what is installed, and nothing about from where."""

import re
import tomllib

import pytest

from tests.architecture.source import ROOT

PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[\w.]+)(?P<marker> ; .+)?$")
LOCK_FILES = [
    "requirements.txt",
    "requirements-dev.txt",
    "requirements-soak.txt",
    "requirements-benchmark.txt",
]


def lines(name: str) -> list[str]:
    return (ROOT / name).read_text(encoding="utf-8").splitlines()


def names(requirements: list[str]) -> set[str]:
    return {
        re.split(r"[\[=<>~ ]", line, maxsplit=1)[0].lower() for line in requirements
    }


def pins(name: str) -> set[str]:
    """The versions; what only some machines need may differ in which they are."""
    return {line.partition(" ;")[0] for line in lines(name)}


def project() -> dict[str, list[str]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        "run": settings["project"]["dependencies"],
        "dev": settings["dependency-groups"]["dev"],
    }


@pytest.mark.parametrize("name", LOCK_FILES)
def test_a_lock_file_holds_exact_versions_and_nothing_else(name):
    assert not [line for line in lines(name) if not PIN.match(line)]


def test_the_test_providers_lock_says_nothing_about_from_where():
    lock = (ROOT / "tests" / "provider" / "package-lock.json").read_text("utf-8")

    assert '"integrity"' in lock
    assert '"resolved"' not in lock
    assert "registry." not in lock


def test_what_runs_is_locked():
    assert names(project()["run"]) <= names(lines("requirements.txt"))


def test_what_tests_is_locked():
    assert names(project()["dev"]) <= names(lines("requirements-dev.txt"))


def test_tests_run_on_the_versions_that_run():
    assert pins("requirements.txt") <= pins("requirements-dev.txt")
