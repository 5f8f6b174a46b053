"""The console command `naravard`: Django's management commands under one name."""

import os
import sys

from naravard.config import embedded
from naravard.core.second_lock import JOBS, PAGES

# These answer from their file alone and at once: not even Django is started.
WITHOUT_DJANGO = {"explain_discharge": "run", "explain_payment_month": "run_month"}
# These answer from their input or from the code alone, so no database is started.
WITHOUT_DATABASE = frozenset(
    {
        "check_plan",
        "explain_discharge",
        "explain_payment_month",
        "check_migrations",
        "generate_docs",
        "help",
        "plan_visits",
        "indicators",
        "lake import",
        "lake prepare",
        "sql_on_fhir",
        "version",
        "--help",
        "--version",
        "-h",
    }
)
# As what a command works in the database; the rest, such as migrate, as its owner.
ROLES = {
    "count_indicators": JOBS,
    "demo_lake": JOBS,
    "import_fhir": JOBS,
    "import_kolada": JOBS,
    "erase_record": JOBS,
    "load_county": JOBS,
    "load_roadmap": JOBS,
    "rebuild_cases": JOBS,
    "retention": JOBS,
    "review_facts": JOBS,
    "review_log": JOBS,
    "runserver": PAGES,
    "seal_log": JOBS,
    "send_messages": JOBS,
    "tell_signals": JOBS,
    "tick": JOBS,
    "verify_log": JOBS,
}
# Reading published values needs a database only when they are to be kept in it.
KEEP = "--keep"
AS_OWNER = "--restored"  # changes how the log counts, which only the owner may


def main() -> None:
    """Run the command named on the command line; hyphens and underscores are alike."""
    arguments = sys.argv[:]
    if len(arguments) > 1:
        arguments[1] = _command_name(arguments[1])
        if arguments[1] in WITHOUT_DJANGO:
            sys.exit(_explained(WITHOUT_DJANGO[arguments[1]], arguments[2:]))
    wanted = {" ".join(arguments[1:end]) for end in (2, 3)}
    needs_none = wanted & WITHOUT_DATABASE or (
        "import_kolada" in wanted and KEEP not in arguments
    )
    if not (needs_none or not arguments[1:]):
        _start_database()
    os.environ["NARAVARD_DATABASE_ROLE"] = _role(arguments[1:])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naravard.config.settings")

    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(arguments)


def _command_name(word: str) -> str:
    return word if word.startswith("-") else word.replace("-", "_")


def _role(words: list[str]) -> str:
    return "" if not words or AS_OWNER in words else ROLES.get(words[0], "")


def _explained(answer: str, arguments: list[str]) -> int:
    from naravard.discharge.explanation import main as explanation  # noqa: PLC0415

    code: int = getattr(explanation, answer)(arguments)
    return code


def _start_database() -> None:
    try:
        embedded.ensure_database()
    except embedded.DatabaseNotStarted as problem:
        sys.exit(f"Den inbyggda databasen startade inte.\n{problem}")


if __name__ == "__main__":
    main()
