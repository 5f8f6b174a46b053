"""The Spark SQL interface: a region's cluster, Sail, or Spark on this machine.

The same definitions, turned from DuckDB's words into Spark's by sqlglot. The cluster
reads the lake's files itself, so the folder must be one that it can reach.
"""

import importlib
import socket
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import sqlglot

from naravard.indicators.engine.query import Query
from naravard.indicators.engine.running import Row, nothing, seen
from naravard.indicators.errors import EngineNotReachable
from naravard.indicators.lake.layout import table_files, tables_in
from naravard.indicators.schema import TABLES

REMOTE = "sc://"
USUAL_PORT = 15002  # of Spark Connect
PATIENCE = 10  # seconds; the client itself would try for a quarter of an hour
LOCAL = "spark-local"
SAIL = "sail"
# Days are days: no clock of the cluster may move them.
SETTINGS = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.ansi.enabled": "false",
}


def spark_words(sql: str) -> str:
    """A SELECT of DuckDB's in Spark's words."""
    return sqlglot.transpile(sql, read="duckdb", write="spark")[0]


class SparkEngine:
    """A lake behind the Spark SQL interface."""

    def __init__(self, folder: Path, address: str) -> None:
        """Connect and name the tables. Raises EngineNotReachable."""
        self.name = address
        self._server: Any = None
        self._session = self._connected(address)
        for key, value in SETTINGS.items():
            self._session.conf.set(key, value)
        self.tables = tables_in(folder)
        for table in TABLES:
            self._show(folder, table.name)

    def rows(self, sql: str) -> list[Row]:
        """The rows of a SELECT."""
        return [tuple(row) for row in self._session.sql(spark_words(sql)).collect()]

    def answer(self, query: Query) -> list[Row]:
        """The rows of a query; the cluster itself decides what to keep."""
        return self.rows(query.sql)

    def close(self) -> None:
        """Leave the session, and stop a server that was ours."""
        self._session.stop()
        if self._server is not None:
            self._server.stop()

    def _connected(self, address: str) -> Any:
        try:
            if address == LOCAL:
                return _local()
            address = self._sail() if address == SAIL else address
            _knock(address)
            sessions = importlib.import_module("pyspark.sql.connect.session")
            return sessions.SparkSession.builder.remote(address).create()
        except ImportError as problem:
            raise EngineNotReachable(
                f"Motorn {self.name} behöver {problem.name}, som inte är installerat.",
                remedy="Installera pyspark-client för sc://, pysail för sail eller "
                "pyspark för spark-local.",
            ) from problem
        except (OSError, RuntimeError, ValueError) as problem:
            raise EngineNotReachable(
                f"Motorn {self.name} svarade inte: {problem}.",
                remedy="Kontrollera adressen och att klustret är igång.",
            ) from problem

    def _sail(self) -> str:
        """Start a Sail server of our own, and say where it listens."""
        servers = importlib.import_module("pysail.spark")
        self._server = servers.SparkConnectServer()
        self._server.start(background=True)
        host, port = self._server.listening_address
        return f"{REMOTE}{host}:{port}"

    def _show(self, folder: Path, name: str) -> None:
        """Name one table as definitions know it; an absent one has no rows."""
        table = next(each for each in TABLES if each.name == name)
        columns = ", ".join(seen(column) for column in table.columns)
        if files := table_files(folder, table):
            read = self._session.read.parquet(*files)
            read.createOrReplaceTempView(f"file_of_{name}")
            source = f"file_of_{name}"
        else:
            source = f"({nothing(table)}) AS nothing"
        shown = self._session.sql(spark_words(f"SELECT {columns} FROM {source}"))
        shown.createOrReplaceTempView(name)


def _knock(address: str) -> None:
    """Raise OSError when nobody listens there, or ValueError when it is no address."""
    place = urlsplit(address)
    port = place.port or USUAL_PORT
    with socket.create_connection((place.hostname or "", port), timeout=PATIENCE):
        pass


def _local() -> Any:
    sql = importlib.import_module("pyspark.sql")
    builder = sql.SparkSession.builder.master("local[1]").appName("naravard")
    return (
        builder.config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
