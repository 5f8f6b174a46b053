"""Asks a vulnerability service about our locked versions; says so when it cannot.

A weakness fails the check. A service that cannot be reached does not: the line then
says that the step was not run, so that nobody believes it was.
"""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SECONDS = 120
NOT_RUN = "Kända sårbarheter: INTE PRÖVAT, tjänsten gick inte att nå."


def main() -> int:
    """The exit code: 1 when something is known to be weak."""
    answer = ask()
    if answer is None:
        print(NOT_RUN)
        return 0
    weak = [line for package in answer for line in lines(package)]
    for line in weak:
        print(line)
    return 1 if weak else 0


def ask() -> list[dict[str, object]] | None:
    """What the service says of each package, or None when it did not answer."""
    program = str(Path(sys.executable).with_name("pip-audit"))
    options = ["--no-deps", "--disable-pip", "--progress-spinner=off", "--format=json"]
    where = ["--requirement", str(ROOT / "requirements.txt"), "--timeout=10"]
    try:
        done = subprocess.run(
            [program, *options, *where, "--vulnerability-service=osv"],
            capture_output=True,
            check=False,
            text=True,
            timeout=SECONDS,
        )
        found: list[dict[str, object]] = json.loads(done.stdout)["dependencies"]
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    return found


def lines(package: dict[str, object]) -> list[str]:
    """One line for each weakness of a package."""
    found = package.get("vulns")
    return [
        f"{package['name']} {package['version']}: {each['id']}, "
        f"rättat i {', '.join(each['fix_versions']) or 'ingen version än'}"
        for each in (found if isinstance(found, list) else [])
    ]


if __name__ == "__main__":
    sys.exit(main())
