"""Splink's database on Spark, for contingents that outgrow one machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet
from pyspark.sql import SparkSession
from splink.internals.spark.database_api import SparkAPI
from splink.internals.splink_dataframe import SplinkDataFrame

_THIS_COMPUTER = "local[*]"
_LOOPBACK = "127.0.0.1"


class Spark:
    """A session of Spark; tables go in as files in `folder`, which the workers must see too."""

    def __init__(self, session: SparkSession, folder: Path) -> None:
        # The levels need no function that Spark lacks, so Splink's own are not loaded.
        self.api = SparkAPI(
            spark_session=session,
            register_udfs_automatically=False,
            break_lineage_method="parquet",
        )
        self._session = session
        self._folder = folder
        self._numbers = count()

    def register(self, table: pa.Table) -> SplinkDataFrame:
        file = self._folder / f"{next(self._numbers)}.parquet"
        parquet.write_table(table, file)
        return self.api.register(self._session.read.parquet(str(file)))

    def fetch(self, frame: SplinkDataFrame, columns: list[str]) -> pa.Table:
        return self._session.table(frame.physical_name).select(*columns).toArrow()


@contextmanager
def spark_session(master: str | None, folder: Path) -> Iterator[SparkSession]:
    """A session on the cluster `master`, or on all cores of this computer; nothing is shown."""
    builder = (
        SparkSession.builder.appName("sverka")
        .master(master or _THIS_COMPUTER)
        .config("spark.log.level", "ERROR")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .config("spark.local.dir", str(folder))
    )
    if master is None:
        builder = (
            builder.config("spark.driver.host", _LOOPBACK)
            .config("spark.driver.bindAddress", _LOOPBACK)
            .config("spark.sql.shuffle.partitions", str(2 * (os.cpu_count() or 1)))
        )
    session = builder.getOrCreate()
    session.sparkContext.setCheckpointDir(str(folder / "checkpoints"))
    try:
        yield session
    finally:
        session.stop()
