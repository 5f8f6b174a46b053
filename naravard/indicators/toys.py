"""Toy lakes written as text, read alike by people and machines (pure)."""

from collections.abc import Iterator

from naravard.indicators.errors import ExampleNotReadable
from naravard.indicators.schema import BY_NAME, Table

NOTHING = "-"
ToyRows = dict[str, list[dict[str, str | None]]]


def read_toy(text: str) -> ToyRows:
    """The rows of each table, every column filled. Raises ExampleNotReadable.

    Somebody who is in another table and not in `person` is there by the toy values.
    """
    rows: ToyRows = {}
    table: Table | None = None
    columns: list[str] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, colon, named = line.partition(":")
        if colon and name in BY_NAME:
            table, columns = BY_NAME[name], named.split()
            rows.setdefault(table.name, [])
        elif table is None:
            raise ExampleNotReadable(f"No table is named before ”{line}”.")
        else:
            rows[table.name].append(_row(table, columns, line.split()))
    return _with_everybody(rows)


def _row(table: Table, columns: list[str], cells: list[str]) -> dict[str, str | None]:
    if len(columns) != len(cells):
        raise ExampleNotReadable(f"{table.name}: {columns} and {cells} do not match.")
    toy: dict[str, str | None] = {each.name: each.toy for each in table.columns}
    if not toy.keys() >= set(columns):
        raise ExampleNotReadable(f"{table.name} has no such column as in {columns}.")
    said = (None if cell == NOTHING else cell for cell in cells)
    return toy | dict(zip(columns, said, strict=True))


def _with_everybody(rows: ToyRows) -> ToyRows:
    known = {row["pid"] for row in rows.get("person", [])}
    person = BY_NAME["person"]
    for pid in dict.fromkeys(_persons(rows)):
        if pid not in known:
            rows.setdefault("person", []).append(_row(person, ["pid"], [pid]))
    return rows


def _persons(rows: ToyRows) -> Iterator[str]:
    for name, kept in rows.items():
        key = BY_NAME[name].person
        if key is not None:
            yield from (pid for row in kept if (pid := row[key]) is not None)
