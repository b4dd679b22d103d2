"""The same definitions on other engines: Spark gives equal numbers, Trino and ClickHouse get SQL."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import ibis
import pytest
from pytest_django import Settings

from nentang.foundation.facts.public import Indicator, export, indicators, tables
from nentang.measure.indicators.adapters.parquet import by_month, cells_of
from nentang.measure.indicators.rules.rollup import Cell
from tests.measure.facts_of_all_kinds import record_facts_of_all_kinds


@pytest.fixture
def spark(settings: Settings) -> Iterator[None]:
    """A cluster of two threads on this machine."""
    settings.SPARK_MASTER = "local[2]"
    yield
    from pyspark.sql import SparkSession

    SparkSession.builder.getOrCreate().stop()


def _all() -> list[tuple[str, Cell]]:
    found = [(indicator.code, cell) for indicator, cell in cells_of(indicators(), tables())]
    return sorted(found, key=lambda each: (each[0], each[1].unit_code, each[1].month))


@pytest.mark.spark
@pytest.mark.django_db
@pytest.mark.filterwarnings("ignore")  # of Spark itself
def test_spark_counts_what_duckdb_counts(
    at: datetime, settings: Settings, request: pytest.FixtureRequest
) -> None:
    record_facts_of_all_kinds(at=at)
    record_facts_of_all_kinds(at=at - timedelta(days=40))
    export(at=at)
    here = _all()

    request.getfixturevalue("spark")

    assert {code for code, _ in here} == {each.code for each in indicators()}
    assert _all() == here


@pytest.mark.django_db
@pytest.mark.parametrize("dialect", ["trino", "clickhouse"])
@pytest.mark.parametrize("indicator", indicators(), ids=lambda each: each.code)
def test_the_definition_is_sql_of_other_engines(indicator: Indicator, dialect: str) -> None:
    facts = tables()
    sql = str(ibis.to_sql(by_month(indicator.expression(facts)), dialect=dialect))
    facts.close()

    assert "SUM(" in sql.upper()
