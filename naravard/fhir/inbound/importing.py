"""Reads files from a source and writes what they tell, any number of times."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from os import fsencode
from pathlib import Path

from naravard.core.clock import day_of
from naravard.fhir.inbound.element import on_one_line
from naravard.fhir.inbound.files import Found, files_in, read_file
from naravard.fhir.inbound.gathering import Gathered
from naravard.fhir.inbound.naming import Source
from naravard.fhir.inbound.problems import Problem, Reason
from naravard.fhir.inbound.reading import read_resource
from naravard.fhir.inbound.records import Told
from naravard.fhir.inbound.tally import Tally
from naravard.fhir.inbound.writing import Context, write_all


def import_paths(paths: Sequence[Path], *, source: Source, now: datetime) -> Tally:
    """Read the files and folders and write what can be used; the rest is in the tally.

    Read twice, nothing changes. Raises OSError when a path can not be read.
    """
    tally = Tally(source=source.name)
    gathered = Gathered()
    for path in paths:
        for file in files_in(path):
            tally.files += 1
            name = _name_in_report(file, path)
            gather(read_file(file, name), gathered, tally, today=day_of(now))
    gathered.make_index()
    tally.repeated = gathered.repeated
    write_all(Context(source=source, gathered=gathered, tally=tally, now=now))
    return tally


def gather(
    found: Iterable[Found | Problem], gathered: Gathered, tally: Tally, *, today: date
) -> None:
    """Read every resource and keep what can be used, counting all."""
    for one in found:
        if isinstance(one, Problem):
            tally.read += 1
            tally.report(one)
            continue
        for result in read_resource(one, today=today):
            _take(result, gathered, tally)


def _take(result: Told | Problem, gathered: Gathered, tally: Tally) -> None:
    problem = gathered.add(result) if isinstance(result, Told) else result
    tally.read += isinstance(result, Told) or _is_a_resource(result)
    if problem is not None:
        tally.report(problem)


def _is_a_resource(problem: Problem) -> bool:
    """Whether the problem stands for a resource rather than for something in one."""
    return problem.reason is not Reason.USED_IN_PART


def _name_in_report(file: Path, given: Path) -> str:
    """The file as somebody who knows the path given will recognise it."""
    name = str(file.relative_to(given)) if file != given else file.name
    # A name can be any bytes; what is not text is marked.
    return on_one_line(fsencode(name).decode("utf-8", "replace"))
