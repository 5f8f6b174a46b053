"""The seconds a command is given count from when its program was started."""

import json
import time

from naravard.jobs import started
from naravard.jobs.management.commands.plan_visits import Command
from naravard.jobs.started import seconds_since_start
from tests.unit.mobile.test_formats import TWO_PATIENTS, written


def test_a_program_knows_that_it_began_before_now():
    assert seconds_since_start() > 0


def test_where_nobody_tells_when_a_program_began_it_began_now(tmp_path, monkeypatch):
    monkeypatch.setattr(started, "OWN_LINE", tmp_path / "nothing")

    assert seconds_since_start() == 0


def test_a_plan_whose_time_was_spent_on_starting_is_given_at_once(tmp_path):
    day, plan = written(tmp_path, TWO_PATIENTS, "day.json"), tmp_path / "plan.json"
    command = Command()
    command.began = time.monotonic() - 10_000
    options = command.create_parser("naravard", "plan-visits").parse_args(
        [str(day), "--seconds", "10", "--out", str(plan)]
    )

    command.handle(**vars(options))

    assert json.loads(plan.read_text(encoding="utf-8"))["violations"] == []
