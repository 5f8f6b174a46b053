"""SQL of the second lock: who may reach a table, and which of its rows.

Used by migrations. The application decides first; these policies hold where it has
forgotten to ask. A page sees nothing until it has said who acts (`core.acting`).
"""

PAGES = "naravard_app"  # what the pages run as
JOBS = "naravard_jobs"  # what the clock, the post and the import run as

ROLES = f"""
DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY['{PAGES}', '{JOBS}'] LOOP
        BEGIN
            EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;  -- another database of the same server has made it
        END;
        IF NOT pg_has_role(current_user, role_name, 'SET') THEN
            EXECUTE format('GRANT %I TO CURRENT_USER', role_name);
        END IF;
    END LOOP;
END $$;
"""

# A new table can be read and written at once; what is narrower is said with `lock`,
# `allow` or `core.append_only.guard`. Nobody but the owner ever empties a table.
PRIVILEGES = f"""
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {PAGES}, {JOBS};
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO {PAGES};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {JOBS};
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {PAGES}, {JOBS};
ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE ON TABLES TO {PAGES};
ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {JOBS};
ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT USAGE ON SEQUENCES TO {PAGES}, {JOBS};
"""

# What a policy may ask. Each is asked once a statement, not once a row.
UNIT = "(SELECT lock_unit())"
UNITS = "((SELECT lock_units())::uuid[])"  # with those the unit has succeeded
ORGANISATION = "(SELECT lock_organisation())"
PERSONS = (
    "((SELECT lock_persons())::uuid[])"  # herself, or whom this transaction opened
)


def allow(table: str, *, pages: str, jobs: str) -> str:
    """Exactly these privileges on the table, such as `SELECT, INSERT`; '' for none."""
    given = {PAGES: pages, JOBS: jobs}
    return f"REVOKE ALL ON {table} FROM {PAGES}, {JOBS};\n" + "\n".join(
        f"GRANT {privileges} ON {table} TO {role};"
        for role, privileges in given.items()
        if privileges
    )


def lock(
    table: str, *, reads: str = "", adds: str = "", changes: str = "", removes: str = ""
) -> str:
    """Let pages reach only rows for which these conditions hold; none: no row at all.

    Jobs reach every row, within their privileges.
    """
    return "\n".join(
        [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;",
            f"CREATE POLICY jobs ON {table} TO {JOBS} USING (true) WITH CHECK (true);",
            *let(
                table,
                "pages",
                reads=reads,
                adds=adds,
                changes=changes,
                removes=removes,
            ),
        ]
    )


def let(
    table: str,
    name: str,
    *,
    reads: str = "",
    adds: str = "",
    changes: str = "",
    removes: str = "",
) -> list[str]:
    """More rows of a table that is locked already, under a name of their own."""
    start = f"CREATE POLICY {name}"
    policies = {
        f"{start}_read ON {table} FOR SELECT TO {PAGES} USING ({reads});": reads,
        f"{start}_add ON {table} FOR INSERT TO {PAGES} WITH CHECK ({adds});": adds,
        f"{start}_change ON {table} FOR UPDATE TO {PAGES}"
        f" USING ({changes}) WITH CHECK ({changes});": changes,
        f"{start}_remove ON {table} FOR DELETE TO {PAGES} USING ({removes});": removes,
    }
    return [policy for policy, condition in policies.items() if condition]
