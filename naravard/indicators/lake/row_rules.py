"""What must hold between the rows of a table, or within one (pure)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRule:
    """What must hold; the SELECT `finds` the rows that break it.

    `{rows}` is the table, with the number of the file and of the row in it.
    """

    column: str
    finds: str
    says: str
    remedy: str


_BEFORE = """LAG(COALESCE("to", DATE '9999-12-31')) OVER (
  PARTITION BY pid ORDER BY "from", file, row)"""
ONE_AT_A_TIME = RowRule(
    column="from",
    finds=f"""SELECT file, row FROM (SELECT file, row, "from", {_BEFORE} AS before
      FROM {{rows}}) WHERE before > "from" """,
    says="en annan rad för samma person gäller fortfarande den dagen",
    remedy="Avsluta den första (kolumnen to) när nästa börjar (kolumnen from).",
)
ROW_RULES = {
    "person": RowRule(
        column="pid",
        finds="""SELECT file, row FROM (SELECT file, row, ROW_NUMBER() OVER (
            PARTITION BY pid ORDER BY file, row) AS place FROM {rows})
          WHERE place > 1""",
        says="samma person står på en tidigare rad",
        remedy="Låt varje person stå på en rad.",
    ),
    "residence": ONE_AT_A_TIME,
    "listing": ONE_AT_A_TIME,
    "stay": RowRule(
        column="out",
        finds='SELECT file, row FROM {rows} WHERE "out" < "in"',
        says="utskrivningen (out) är före inskrivningen (in)",
        remedy="Rätta dagarna.",
    ),
}
