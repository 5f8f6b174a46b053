"""From a file to a plan, and from a plan to a verdict, on the command line."""

import json

import pytest
from django.core.management import CommandError, call_command

from tests.unit.mobile.test_formats import OURS, TWO_PATIENTS, written


@pytest.fixture
def day(tmp_path):
    return written(tmp_path, TWO_PATIENTS, "day.json")


@pytest.fixture
def plan(tmp_path, day, capsys):
    path = tmp_path / "plan.json"
    call_command("plan_visits", day, "--steps", "4000", "--out", path)
    capsys.readouterr()
    return path


def test_a_plan_is_written_with_its_cost_parts_and_stops(plan):
    told = json.loads(plan.read_text(encoding="utf-8"))

    assert told["violations"] == []
    assert told["cost"] == pytest.approx((1.5 + 1 + 2 + 2 + 2) / 3)
    assert told["parts"]["travel"] == pytest.approx(8.5)
    assert {stop["service"] for each in told["routes"] for stop in each["stops"]} == {
        "s1",
        "s2",
    }


def test_a_plan_that_holds_is_told_to_hold(day, plan, capsys):
    call_command("check_plan", day, plan)

    assert "Planen håller alla regler." in capsys.readouterr().out


def test_a_plan_that_breaks_a_rule_says_which_and_fails(day, plan, capsys):
    told = json.loads(plan.read_text(encoding="utf-8"))
    told["routes"][0]["stops"].pop()
    plan.write_text(json.dumps(told), encoding="utf-8")

    with pytest.raises(SystemExit) as ended:
        call_command("check_plan", day, plan)

    assert ended.value.code == 1
    assert "Bryter mot" in capsys.readouterr().out


def test_what_the_plan_says_about_itself_counts_for_nothing(day, plan, capsys):
    told = json.loads(plan.read_text(encoding="utf-8"))
    plan.write_text(json.dumps({**told, "cost": 0}), encoding="utf-8")

    call_command("check_plan", day, plan)

    assert "Kostnad 2.833" in capsys.readouterr().out


def test_a_day_nobody_can_make_is_planned_as_far_as_it_goes(tmp_path, capsys):
    nobody = {**OURS, "caregivers": [{"id": "Bo", "can": [], "shift": [0, 90]}]}
    path = written(tmp_path, nobody, "day.json")

    with pytest.raises(SystemExit) as ended:
        call_command(
            "plan_visits", path, "--steps", "4000", "--out", tmp_path / "plan.json"
        )

    assert ended.value.code == 1
    assert "Ali blir inte gjort" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [("--seconds", "0"), ("--seconds", "x"), ("--format", "word")]
)
def test_wrong_arguments_are_refused(day, tmp_path, arguments):
    with pytest.raises(CommandError):
        call_command("plan_visits", day, *arguments, "--out", tmp_path / "plan.json")


def test_a_file_that_is_no_day_is_refused_with_a_remedy(tmp_path):
    path = written(tmp_path, "{", "day.json")

    with pytest.raises(CommandError, match="--format") as refused:
        call_command("plan_visits", path, "--out", tmp_path / "plan.json")

    assert refused.value.returncode == 2
