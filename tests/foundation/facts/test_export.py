"""Facts reach Parquet once, whatever happens on the way."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from django.db import connection

from nentang.foundation.facts.models import Export, Fact
from nentang.foundation.facts.public import FactKind, compact, export, tables

from .factories import LAMP_BROKEN, LAMP_LIT, a_lamp_lit, declared

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _declared_lamps() -> Iterator[None]:
    with declared(LAMP_LIT, LAMP_BROKEN):
        yield


def lamps(folder: Path) -> list[int]:
    """The lamps in the files, as the measure reads them."""
    return sorted(tables(folder)[LAMP_LIT.name].lamp.to_pyarrow().to_pylist())


class Crash(BaseException):
    """The power fails."""


def crash_at(number: int) -> Callable[..., Any]:
    """Fails before the n-th statement."""
    left = [number]

    def wrap(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            raise Crash
        return execute(sql, params, many, context)

    return wrap


def test_a_fact_comes_out_as_it_went_in(at: datetime, tmp_path: Path) -> None:
    a_lamp_lit(at=at, lamp=2)
    assert export(at=at, folder=tmp_path) == 1
    (row,) = tables(tmp_path)[LAMP_LIT.name].to_pyarrow().to_pylist()
    assert row == {
        "id": Fact.objects.get().pk,
        "occurred_at": at,
        "day": date(2020, 12, 7),
        "organization_id": 5,
        "unit_code": "01",
        "lamp": 2,
        "colour": "vàng",
        "on_time": True,
        "lit_on": date(2020, 12, 7),
        "watts": 1.5,
    }


def test_files_are_partitioned_by_kind_and_month(at: datetime, tmp_path: Path) -> None:
    for day in (0, 30):
        a_lamp_lit(at=at + timedelta(days=day))
    export(at=at, folder=tmp_path)
    files = sorted(str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*.parquet"))
    assert files == [
        "kind=tests.lamp_lit/year=2020/month=12/part-00000001-00000001.parquet",
        "kind=tests.lamp_lit/year=2021/month=01/part-00000001-00000001.parquet",
    ]


def test_a_plain_reader_of_partitions_finds_the_same(at: datetime, tmp_path: Path) -> None:
    for lamp in range(5):
        a_lamp_lit(at=at, lamp=lamp)
    export(at=at, folder=tmp_path)
    found = duckdb.sql(
        f"SELECT kind, year, sum(lamp) FROM read_parquet('{tmp_path}/**/*.parquet',"
        " hive_partitioning=true) GROUP BY ALL"
    ).fetchall()
    assert [(kind, int(year), int(total)) for kind, year, total in found] == [
        ("tests.lamp_lit", 2020, 10)
    ]


def test_only_what_is_new_is_written(at: datetime, tmp_path: Path) -> None:
    for lamp in range(3):
        a_lamp_lit(at=at, lamp=lamp)
        assert export(at=at, folder=tmp_path) == 1
        assert export(at=at, folder=tmp_path) == 0
    assert lamps(tmp_path) == [0, 1, 2]


def test_a_crash_at_any_statement_loses_and_doubles_nothing(at: datetime, tmp_path: Path) -> None:
    ended, statement, lamp = False, 0, 0
    while not ended:
        statement += 1
        for _ in range(5):
            a_lamp_lit(at=at, lamp=(lamp := lamp + 1))
        try:
            with connection.execute_wrapper(crash_at(statement)):
                export(at=at, folder=tmp_path, limit=2)
            ended = True
        except Crash:
            a_lamp_lit(at=at, lamp=(lamp := lamp + 1))
    export(at=at, folder=tmp_path)
    assert statement > 10
    assert lamps(tmp_path) == list(range(1, lamp + 1))


def test_a_disk_that_fails_half_way_loses_and_doubles_nothing(at: datetime, tmp_path: Path) -> None:
    for month in range(3):
        a_lamp_lit(at=at + timedelta(days=31 * month), lamp=month)
    in_the_way = tmp_path / "kind=tests.lamp_lit" / "year=2021"
    in_the_way.parent.mkdir(parents=True)
    in_the_way.touch()
    with pytest.raises(OSError, match="year=2021"):
        export(at=at, folder=tmp_path)
    in_the_way.unlink()
    a_lamp_lit(at=at, lamp=3)
    export(at=at, folder=tmp_path)
    assert lamps(tmp_path) == [0, 1, 2, 3]


def test_compacting_changes_the_files_and_not_the_facts(at: datetime, tmp_path: Path) -> None:
    for lamp in range(12):
        a_lamp_lit(at=at, lamp=lamp)
        export(at=at, folder=tmp_path)
    small = sorted(tmp_path.rglob("*.parquet"))[0]
    kept = small.read_bytes()
    assert compact(tmp_path) == 12
    assert [file.name for file in tmp_path.rglob("*.parquet")] == ["part-00000001-00000012.parquet"]
    small.write_bytes(kept)
    assert lamps(tmp_path) == list(range(12))
    assert compact(tmp_path) == 1
    assert not small.exists()


def test_a_kind_without_facts_is_an_empty_table_with_its_columns(tmp_path: Path) -> None:
    empty = tables(tmp_path)[LAMP_BROKEN.name]
    assert empty.count().to_pyarrow().as_py() == 0
    assert list(empty.columns)[:5] == ["id", "occurred_at", "day", "organization_id", "unit_code"]
    assert str(empty.schema()["lamp"]) == "int64"


def test_an_unknown_kind_has_no_table(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        tables(tmp_path)["tests.unheard_of"]


def test_a_field_added_later_is_empty_in_older_files(at: datetime, tmp_path: Path) -> None:
    a_lamp_lit(at=at, lamp=1)
    export(at=at, folder=tmp_path)
    wider = FactKind(LAMP_LIT.name, 2, {**LAMP_LIT.fields, "room": str}, "Như trước, thêm phòng.")
    with declared(wider):
        (row,) = tables(tmp_path)[LAMP_LIT.name].to_pyarrow().to_pylist()
    assert (row["lamp"], row["room"]) == (1, None)


@pytest.mark.postgres
def test_the_export_goes_on_after_a_restore_into_another_postgresql(
    at: datetime, tmp_path: Path
) -> None:
    for lamp in range(4):
        a_lamp_lit(at=at, lamp=lamp)
    export(at=at, folder=tmp_path)
    a_lamp_lit(at=at, lamp=4)
    last = Fact.objects.order_by("-id")[0].pk
    Fact.objects.filter(id__lt=last).update(txid=10**12)
    Fact.objects.filter(id=last).update(txid=10**12 + 1)
    Export.objects.update(done_txid=10**12)
    assert export(at=at, folder=tmp_path) == 1
    a_lamp_lit(at=at, lamp=5)
    assert export(at=at, folder=tmp_path) == 1
    assert lamps(tmp_path) == list(range(6))


@pytest.mark.parametrize("statement", range(1, 13))
def test_another_export_between_any_two_statements_does_no_harm(
    at: datetime, tmp_path: Path, statement: int
) -> None:
    for lamp in range(5):
        a_lamp_lit(at=at, lamp=lamp)
    Export.objects.create(pk=1)
    left = [statement]

    def beside(execute: Callable[..., Any], *query: Any) -> Any:
        left[0] -= 1
        if left[0] == 0:
            a_lamp_lit(at=at, lamp=5)
            export(at=at, folder=tmp_path, limit=3)
        return execute(*query)

    with connection.execute_wrapper(beside):
        export(at=at, folder=tmp_path, limit=2)
    export(at=at, folder=tmp_path)
    assert lamps(tmp_path) == list(range(6 if left[0] <= 0 else 5))
