"""Years that pass in a moment: everything that happened, happened longer ago."""

from django.db import connection

from naravard.disposal.holdings import tables_of_things

ALSO = {
    "access_carerelation",
    "access_changeentry",
    "access_consent",
    "access_emergency",
    "access_liftrequest",
    "review_pick",
}
MOMENTS = """
SELECT table_name, column_name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = ANY (%s)
AND data_type IN ('timestamp with time zone', 'date')
"""


def years_pass(years: int) -> None:
    """Move all that is written about people so many years back."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        cursor.execute(MOMENTS, [sorted(tables_of_things() | ALSO)])
        columns: dict[str, list[str]] = {}
        for table, column in cursor.fetchall():
            moved = f'"{column}" = "{column}" - interval \'{years} years\''
            columns.setdefault(table, []).append(moved)
        cursor.execute("SET session_replication_role = replica")
        for table, moved_columns in columns.items():
            cursor.execute(f"UPDATE {table} SET {', '.join(moved_columns)}")
        cursor.execute("SET session_replication_role = DEFAULT")
