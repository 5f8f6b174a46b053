"""Django looks here for the backend: BEGIN and who acts go in one round trip."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.db.backends.postgresql import base

from naravard.core.acting import acting, told_to_database

Execute = Callable[[str, Any, bool, dict[str, Any]], Any]


class DatabaseWrapper(base.DatabaseWrapper):
    """Every transaction tells the database who acts, before anything else."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Let every statement pass by us."""
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(self._in_a_transaction)

    def _set_autocommit(self, autocommit: bool) -> None:
        """Begin here instead of leaving it to psycopg, which knows no actor."""
        with self.wrap_database_errors:
            if not self.connection.autocommit:
                self.connection.autocommit = True
            if not autocommit:
                self.connection.execute(_beginning(), prepare=False)

    def _in_a_transaction(
        self,
        execute: Execute,
        sql: str,
        params: Any,
        many: bool,
        context: dict[str, Any],
    ) -> Any:
        """A lone statement of somebody who acts is a transaction of its own."""
        if acting() is None or not self.get_autocommit():
            return execute(sql, params, many, context)
        with transaction.atomic(using=self.alias):
            return execute(sql, params, many, context)


def _beginning() -> str:
    who = acting()
    return f"BEGIN; {told_to_database(who)}" if who else "BEGIN"
