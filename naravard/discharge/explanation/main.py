"""The two commands without their framework: arguments in, exit code out.

Exit 0 with an answer; 2 with what is wrong, by file and path of the field.
"""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import islice, repeat
from pathlib import Path
from typing import BinaryIO

from naravard.core.errors import DomainError
from naravard.discharge.explanation.answers import (
    Json,
    answer,
    as_line,
    as_page,
    month_answer,
)
from naravard.discharge.explanation.fields import InputInvalid
from naravard.discharge.explanation.readable import month_page, page
from naravard.discharge.explanation.reading import parsed, read_case, read_month
from naravard.discharge.rules.explain import (
    CaseInput,
    EventIllogical,
    Explanation,
    explain,
)
from naravard.discharge.rules.payment_month import PaymentMonth, payment_month

ANSWERED, REFUSED = 0, 2
MANY_CASES = ".jsonl"
AT_A_TIME = 100  # answers written together; one by one costs more than it gives


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What was asked on the command line."""

    file: Path
    as_json: bool


def run(argv: Sequence[str]) -> int:
    """Explain the case, or each case of a .jsonl file; gives the exit code."""
    asked = _arguments("explain-discharge", argv)
    explain_file = _explain_many if asked.file.suffix == MANY_CASES else _explain_one
    return _answered(asked, explain_file)


def run_month(argv: Sequence[str]) -> int:
    """Work out a month's payment under an average agreement."""
    return _answered(_arguments("explain-payment-month", argv), _explain_month)


def explanation_of(value: object) -> Explanation:
    """Explain a case given as parsed JSON. Raises InputInvalid with the path."""
    given = read_case(value)
    try:
        return explain(given)
    except EventIllogical as refusal:
        raise _located(refusal, given) from refusal
    except DomainError as refusal:
        raise InputInvalid("as_of", f"{refusal.message} {refusal.remedy}") from refusal


def _explain_one(stream: BinaryIO, asked: Arguments) -> int:
    explanation = explanation_of(parsed(stream.read()))
    _say(as_page(answer(explanation)) if asked.as_json else page(explanation))
    return ANSWERED


def _explain_many(stream: BinaryIO, asked: Arguments) -> int:
    answers = (_answer_or_error(line) for line in _lines_of(stream))
    answered, exit_code = 0, ANSWERED
    while some := list(islice(answers, AT_A_TIME)):
        _say("\n".join(map(as_line, some)))
        for number, given in enumerate(some, start=answered + 1):
            if "error" in given:
                exit_code = _refused(f"{asked.file}: rad {number}: {given['error']}")
        answered += len(some)
    return exit_code


def _lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Every line, without the empty ones that end the file."""
    empty = 0
    for line in stream:
        if line.isspace():
            empty += 1
        else:
            yield from repeat(b"", empty)
            yield line.strip()
            empty = 0


def _answer_or_error(line: bytes) -> Json:
    try:
        return answer(explanation_of(parsed(line)))
    except InputInvalid as refusal:
        return {"error": refusal.message}


def _explain_month(stream: BinaryIO, asked: Arguments) -> int:
    month = _month_of(parsed(stream.read()))
    _say(as_page(month_answer(month)) if asked.as_json else month_page(month))
    return ANSWERED


def _month_of(value: object) -> PaymentMonth:
    given = read_month(value)
    return payment_month(given.stays, agreement=given.agreement, rate=given.rate)


def _answered(
    asked: Arguments, explain_file: Callable[[BinaryIO, Arguments], int]
) -> int:
    _speak_utf8()
    try:
        stream = asked.file.open("rb")
    except OSError as problem:
        return _refused(f"{asked.file}: går inte att läsa ({problem.strerror})")
    with stream:
        try:
            return explain_file(stream, asked)
        except InputInvalid as refusal:
            return _refused(f"{asked.file}: {refusal.message}")
        except BrokenPipeError:
            return _nobody_listens()


def _located(refusal: EventIllogical, given: CaseInput) -> InputInvalid:
    index = next(n for n, each in enumerate(given.events) if each is refusal.event)
    law = f" ({refusal.rule})" if refusal.rule else ""
    kind = refusal.event.type.value
    return InputInvalid(
        f"events[{index}]", f"{kind}: {refusal.message}{law} {refusal.remedy}"
    )


def _arguments(name: str, argv: Sequence[str]) -> Arguments:
    parser = argparse.ArgumentParser(prog=f"naravard {name}")
    parser.add_argument("file", type=Path, help="fil med JSON")
    parser.add_argument("--json", action="store_true", help="svara med JSON")
    given = parser.parse_args(argv)
    return Arguments(file=given.file, as_json=given.json)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")


def _speak_utf8() -> None:
    """Swedish letters come out whatever the terminal's settings are."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nobody_listens() -> int:
    """Who reads has closed, as `head` does; what is left is written to nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ANSWERED


def _refused(problem: str) -> int:
    sys.stderr.write(problem + "\n")
    return REFUSED
