"""The same definitions on other engines: Spark gives equal numbers, Trino and ClickHouse get SQL."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from pytest_django import Settings

from nentang.foundation.facts.public import Indicator, export, indicators, tables
from nentang.measure.indicators.adapters.counting import years_of
from nentang.measure.indicators.adapters.formulas import yearly_sql
from nentang.measure.indicators.rules.places import Place
from nentang.measure.indicators.rules.years import Key, Year
from tests.measure.facts_of_all_kinds import record_facts_of_all_kinds


@pytest.fixture
def spark(settings: Settings) -> Iterator[None]:
    """A cluster of two threads on this machine."""
    settings.SPARK_MASTER = "local[2]"
    yield
    from pyspark.sql import SparkSession

    SparkSession.builder.getOrCreate().stop()


PLACES = [
    Place("2020-01-01", "98001", "98", date(1900, 1, 1), date(2020, 2, 1)),
    Place("2020-01-01", "98002", "98", date(1900, 1, 1), date(9999, 1, 1)),
]


def _all() -> dict[Key, Year]:
    found = years_of(indicators(), tables(), PLACES)
    return {key: year for _, years in found for key, year in years.items()}


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

    assert {key.indicator for key in here} == {each.code for each in indicators()}
    assert {key.unit_code for key in here} == {"", "98001", "98002", "98"}
    assert _all() == here


@pytest.mark.django_db
@pytest.mark.parametrize("dialect", ["trino", "clickhouse"])
@pytest.mark.parametrize("indicator", indicators(), ids=lambda each: each.code)
def test_the_definition_is_sql_of_other_engines(indicator: Indicator, dialect: str) -> None:
    assert "SUM(" in yearly_sql((indicator,), dialect).upper()
