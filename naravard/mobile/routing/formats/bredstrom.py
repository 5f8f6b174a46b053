"""The Swedish home care days of Bredström and Rönnqvist (2007, 2008), as AMPL data."""

import re

from naravard.mobile.routing.model import (
    Caregiver,
    Matrix,
    Prices,
    Problem,
    Relation,
    Service,
    Task,
    Visit,
    Window,
)

TWIN = 10_000  # in the table of roads: the same place, visited by two at once
HOURS_A_DAY = 9  # what the horizon stands for
# In these two families durations are multiplied, a convention of later papers.
LONGER = re.compile(r"case_(3_50|1_80)_")
LONGER_BY = 1.4

TABLE = re.compile(r"param\s+(\w+)\s*:([^:=]*):=([^;]*);")
NUMBER = re.compile(r"param\s+(\w+)\s*:=\s*(\d+)\s*;")
READ = frozenset({"s_id", "e_id", "l_id", "t_ij"})
PRICES = Prices(travel=1, lateness_is_hard=True, overtime_is_hard=True)


def read(text: str, name: str) -> Problem:
    """The day in the first columns; the file's name tells if durations are longer."""
    numbers = {key: int(value) for key, value in NUMBER.findall(text)}
    tables = {key: _rows(body) for key, _, body in TABLE.findall(text) if key in READ}
    roads = [row[1:] for row in tables["t_ij"]]
    horizon = numbers["T"]
    return Problem(
        name=name,
        visits=_visits(tables, LONGER_BY if LONGER.match(name) else 1),
        caregivers=tuple(
            Caregiver(
                id=f"k{k}", can=frozenset(), shift=Window(opens=0, closes=horizon)
            )
            for k in range(1, numbers["kn"] + 1)
        ),
        travel=(_matrix(roads),),
        prices=PRICES,
        relations=_twins(roads),
        priced_in=horizon / HOURS_A_DAY,
    )


def _rows(body: str) -> list[list[int]]:
    """The rows of a table of whole numbers."""
    return [
        [int(word) for word in line.split()]
        for line in body.splitlines()
        if line.split()
    ]


def _visits(tables: dict[str, list[list[int]]], longer: float) -> tuple[Visit, ...]:
    opens = {row[0]: row[1] for row in tables["e_id"]}
    closes = {row[0]: row[1] for row in tables["l_id"]}
    return tuple(
        Visit(
            id=str(row[0]),
            place=row[0],
            services=(
                Service(name="care", minutes=int(row[1] * longer), needs=frozenset()),
            ),
            windows=(Window(opens=opens[row[0]], closes=closes[row[0]]),),
        )
        for row in tables["s_id"]
        if row[0] > 0
    )


def _matrix(roads: list[list[int]]) -> Matrix:
    return tuple(
        tuple(0.0 if road == TWIN else float(road) for road in row) for row in roads
    )


def _twins(roads: list[list[int]]) -> tuple[Relation, ...]:
    return tuple(
        Relation(
            first=Task(visit=str(i), service=0),
            second=Task(visit=str(j), service=0),
            least=0,
            most=0,
        )
        for i, row in enumerate(roads)
        for j, road in enumerate(row)
        if i < j and road == TWIN
    )
