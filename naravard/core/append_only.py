"""SQL that lets a table be added to and read, and nothing else.

Used by migrations; the promise is then the database's own, whoever connects. The roles
of `core.second_lock` lose the privilege too, so that two things must fail, not one.
"""

from naravard.core.second_lock import JOBS, PAGES

# Disposal gets through while it holds a ticket (`disposal.erasing`).
FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'TRUNCATE' AND to_regproc('disposal_has_ticket') IS NOT NULL THEN
        IF disposal_has_ticket(TG_TABLE_NAME) AND TG_OP = 'DELETE' THEN
            RETURN OLD;
        ELSIF disposal_has_ticket(TG_TABLE_NAME) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;
"""


def guard(table: str) -> str:
    """The triggers that refuse UPDATE, DELETE and TRUNCATE on the table."""
    return f"""{FUNCTION}
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DO $$ BEGIN
    IF to_regrole('{PAGES}') IS NOT NULL THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {PAGES}, {JOBS};
    END IF;
END $$;
"""


def unguard(table: str) -> str:
    """Takes the triggers away again, for a migration's way back."""
    return f"""
DROP TRIGGER IF EXISTS {table}_append_only ON {table};
DROP TRIGGER IF EXISTS {table}_no_truncate ON {table};
"""
