"""Writes the bill of materials: what runs in Nära, in CycloneDX, from the lock file.

The list is the lock file's and nothing else's: exact versions, by package URL, and
nothing about where they were fetched. The same lock file gives the same list.
"""

import re
import sys
from pathlib import Path

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parents[1]
LOCK_FILE = ROOT / "requirements.txt"
PROJECT_VERSION = re.compile(r'^version = "([^"]+)"$', re.MULTILINE)
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]+\])?==([^ ;]+)")


def main() -> int:
    """Write the bill to the file named on the command line."""
    target = Path(sys.argv[1])
    bill = bill_of(LOCK_FILE.read_text(encoding="utf-8"), project_version())
    target.write_text(bill, encoding="utf-8")
    print(f"{target}: {len(pinned(LOCK_FILE.read_text(encoding='utf-8')))} paket.")
    return 0


def project_version() -> str:
    """The version of Nära that the lock file belongs to."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found = PROJECT_VERSION.search(text)
    return found[1] if found else ""


def pinned(lock: str) -> tuple[tuple[str, str], ...]:
    """Each package and its exact version, in the lock file's order."""
    found = (PINNED.match(line) for line in lock.splitlines())
    return tuple((match[1], match[2]) for match in found if match)


def bill_of(lock: str, version: str) -> str:
    """The bill as JSON, by version 1.6 of the format."""
    bill = Bom()
    ours = Component(name="naravard", version=version, type=ComponentType.APPLICATION)
    bill.metadata.component = ours
    packages = [_component(name, exact) for name, exact in pinned(lock)]
    bill.components.update(packages)
    bill.register_dependency(ours, packages)
    writer = make_outputter(bill, OutputFormat.JSON, SchemaVersion.V1_6)
    return writer.output_as_string(indent=2)


def _component(name: str, version: str) -> Component:
    url = PackageURL(type="pypi", name=name, version=version)
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        purl=url,
        bom_ref=url.to_string(),
    )


if __name__ == "__main__":
    sys.exit(main())
