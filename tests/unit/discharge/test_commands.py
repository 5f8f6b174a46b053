"""The two commands: what they print, and how they refuse."""

import io
import json
import os
import subprocess
import sys

import pytest

from naravard.discharge.explanation.main import run, run_month
from tests.unit.discharge.cases import (
    admitted,
    blocker,
    called,
    case,
    event,
    karin,
    ready,
)

MONTH = {
    "agreement": {"model": "monthly_average", "threshold_days": 3.0, "cap_days": 7},
    "rate": 9300,
    "ready_days": [0, 0, 1, 2, 5, 10],
}


@pytest.fixture
def file_with(tmp_path):
    def write(content, name="case.json"):
        file = tmp_path / name
        file.write_text(
            content if isinstance(content, str) else json.dumps(content), "utf-8"
        )
        return str(file)

    return write


def test_one_case_as_json(file_with, capsys):
    code = run([file_with(karin()), "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out)["liability"]["amount"] == 9300


def test_one_case_to_read(file_with, capsys):
    code = run([file_with(karin())])

    said = capsys.readouterr().out
    assert code == 0
    assert "Läge: Utskriven" in said
    assert "9\u00a0300 kronor" in said
    assert "LUS 5 kap. 4 §" in said


def test_a_case_in_the_middle_of_things_to_read(file_with, capsys):
    given = case(
        admitted(),
        ready("2022-03-07 10:15:30"),
        blocker("2022-03-08 09:00", on=True),
        agreement={"model": "monthly_average"},
        as_of="2022-03-09T08:00:00+01:00",
    )

    code = run([file_with(given)])

    said = capsys.readouterr().out
    assert code == 0
    assert "till utskrivningen" in said
    assert "kl. 10.15.30" in said
    assert "gäller än" in said
    assert "inget belopp" in said


def test_an_empty_case_to_read(file_with, capsys):
    given = case(event("admit", "2022-03-01 09:00", unit="ward"), registered_in=None)

    code = run([file_with(given)])

    assert code == 0
    assert "Kommun: ingen" in capsys.readouterr().out


def test_many_cases_give_an_answer_a_line_in_order(file_with, capsys):
    cases = [karin(), karin(rates={"2022": 100}), karin(rates={"2022": 200})]
    lines = "\n".join(json.dumps(each) for each in cases) + "\n"

    code = run([file_with(lines, "many.jsonl"), "--json"])

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert [each["liability"]["amount"] for each in answers] == [9300, 100, 200]


def test_a_broken_line_gives_an_error_on_its_line_and_the_rest_are_answered(
    file_with, capsys
):
    broken = karin(colour="red")
    lines = "\n".join([json.dumps(broken), "{", "", json.dumps(karin())])

    code = run([file_with(lines, "many.jsonl"), "--json"])

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 2
    assert answers[0] == {"error": "colour: är ett okänt fält"}
    assert set(answers[1]) == {"error"}
    assert set(answers[2]) == {"error"}
    assert answers[3]["state"] == "DISCHARGED"


def test_every_refused_line_is_named_on_standard_error(file_with, capsys):
    lines = "\n".join([json.dumps(karin()), "{", json.dumps(karin(colour="red"))])

    run([file_with(lines, "many.jsonl")])

    first, second = capsys.readouterr().err.splitlines()
    assert "many.jsonl: rad 2: $: är inte giltig JSON" in first
    assert second.endswith("many.jsonl: rad 3: colour: är ett okänt fält")


@pytest.mark.parametrize(("end", "code"), [("", 0), ("\n \n\n", 0), ("\n\n{", 2)])
def test_empty_lines_that_end_the_file_are_no_cases(file_with, capsys, end, code):
    given = "\ufeff" + json.dumps(karin()) + end

    assert run([file_with(given, "many.jsonl")]) == code

    answers = capsys.readouterr().out.splitlines()
    assert len(answers) == 1 + code
    assert json.loads(answers[0])["state"] == "DISCHARGED"


def test_more_cases_than_are_written_at_a_time(file_with, capsys):
    lines = "\n".join(json.dumps(karin(rates={"2022": n})) for n in range(250))

    run([file_with(lines, "many.jsonl")])

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [each["liability"]["amount"] for each in answers] == list(range(250))


def test_a_reader_who_has_heard_enough_is_no_error(file_with, capsys, monkeypatch):
    lines = "\n".join(json.dumps(karin()) for _ in range(300))
    heard, said = os.pipe()
    os.close(heard)

    with os.fdopen(said, "w", encoding="utf-8") as nobody:
        monkeypatch.setattr("sys.stdout", nobody)
        code = run([file_with(lines, "many.jsonl")])

    assert code == 0
    assert capsys.readouterr().err == ""


def test_django_is_not_started_to_explain():
    command = (
        "import sys; from naravard.__main__ import main;"
        "sys.argv = ['naravard', 'explain-discharge', 'none.json']\n"
        "try: main()\n"
        "except SystemExit: print('django' in sys.modules)"
    )

    told = subprocess.run(
        [sys.executable, "-c", command], capture_output=True, text=True, check=True
    )

    assert told.stdout == "False\n"


def test_a_missing_file_is_named(capsys):
    code = run(["no-such-file.json"])

    assert code == 2
    assert "no-such-file.json" in capsys.readouterr().err


def test_an_impossible_event_is_named_by_its_place_in_the_file(file_with, capsys):
    given = case(admitted(), called("2022-03-03 09:00"))
    given["events"].append(event("ready_withdrawn", "2022-03-04 09:00"))

    code = run([file_with(given), "--json"])

    said = capsys.readouterr()
    assert code == 2
    assert said.out == ""
    assert "case.json: events[7]: ready_withdrawn:" in said.err
    assert "LUS 3 kap. 1 §" in said.err


def test_no_file_is_a_refusal(capsys):
    with pytest.raises(SystemExit) as stopped:
        run([])

    assert stopped.value.code == 2
    assert "file" in capsys.readouterr().err


def test_a_month_as_json(file_with, capsys):
    code = run_month([file_with(MONTH), "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out) == {
        "n": 6,
        "mean": 2.5,
        "excess_days": 0,
        "individual_days": 3,
        "amount": 27900,
    }


def test_a_month_to_read(file_with, capsys):
    code = run_month([file_with({**MONTH, "rate": 9300.5})])

    said = capsys.readouterr().out
    assert code == 0
    assert "Medelvärde i dagar: 2,50" in said
    assert "27\u00a0901,50 kronor" in said


def test_a_month_without_stays_or_rate_to_read(file_with, capsys):
    code = run_month([file_with({**MONTH, "rate": None, "ready_days": []})])

    said = capsys.readouterr().out
    assert code == 0
    assert "Medelvärde i dagar: saknas" in said
    assert "Att betala: saknar belopp" in said


def test_a_month_is_by_average_also_when_its_model_is_not_named(file_with, capsys):
    agreement = {"threshold_days": 3, "cap_days": 7.0}

    code = run_month([file_with({**MONTH, "agreement": agreement}), "--json"])

    assert code == 0
    assert json.loads(capsys.readouterr().out)["amount"] == 27900


@pytest.mark.parametrize(
    ("changed", "path"),
    [
        ({"rate": "9300"}, "rate:"),
        ({"rate": -1}, "rate:"),
        ({"ready_days": [1, -1]}, "ready_days[1]:"),
        ({"ready_days": [1.5]}, "ready_days[0]:"),
        ({"ready_days": [True]}, "ready_days[0]:"),
        ({"ready_days": 3}, "ready_days:"),
        ({"agreement": {"model": "statutory"}}, "agreement.model:"),
        ({"agreement": {"model": "monthly_average", "x": 1}}, "agreement.x:"),
        ({"extra": 1}, "extra:"),
    ],
)
def test_a_month_that_breaks_the_schema_is_refused(file_with, capsys, changed, path):
    code = run_month([file_with({**MONTH, **changed})])

    assert code == 2
    assert path in capsys.readouterr().err


def test_a_month_with_a_rounded_mean(file_with, capsys):
    agreement = {"model": "monthly_average", "mean_decimals": 2}

    run_month([file_with({**MONTH, "agreement": agreement}), "--json"])

    assert json.loads(capsys.readouterr().out)["mean"] == 2.5


def test_the_answer_may_be_caught_by_the_caller(file_with, monkeypatch):
    caught = io.StringIO()
    monkeypatch.setattr("sys.stdout", caught)

    run([file_with(karin()), "--json"])

    assert json.loads(caught.getvalue())["state"] == "DISCHARGED"
