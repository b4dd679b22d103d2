"""Values come from the facts alone: the same facts give the same values, wherever they lie."""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of
from hypothesis import strategies as st
from msgspec.structs import asdict, replace

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.models import Record
from nentang.foundation.facts.public import compact, export, indicators, tables
from nentang.foundation.outbox.public import run_until_quiet
from nentang.measure.indicators.adapters.counting import years_of
from nentang.measure.indicators.models import Computation, IndicatorYear
from nentang.measure.indicators.public import compute_indicators, recompute_indicators
from tests.measure.factories import (
    RUN_FINISHED,
    RUNS_ON_TIME,
    a_run,
    known,
    known_alone,
    months_counted,
)

pytestmark = pytest.mark.django_db
DECEMBER = date(2020, 12, 1)
Row = tuple[str, date, float, float]


def values() -> list[Row]:
    return months_counted(IndicatorYear.objects.filter(indicator=RUNS_ON_TIME.code, geography=""))


def from_folder(folder: Path | None = None) -> list[Row]:
    ((_, years),) = years_of([RUNS_ON_TIME], tables(folder), [])
    return months_counted(IndicatorYear(**asdict(key), **asdict(years[key])) for key in years)


def some_runs(at: datetime) -> None:
    a_run(at=at)
    a_run(at=at + timedelta(days=2), on_time=False)
    a_run(at=at + timedelta(days=30), unit_code="99002")
    a_run(at=at, is_trial=True)


def test_facts_are_summed_by_unit_and_month(at: datetime) -> None:
    some_runs(at)

    compute_indicators(actor=SYSTEM, at=at)

    assert values() == [("98001", DECEMBER, 1, 2), ("99002", date(2021, 1, 1), 1, 1)]


def test_a_cold_copy_of_the_parquet_gives_identical_numbers(at: datetime, tmp_path: Path) -> None:
    some_runs(at)
    compute_indicators(actor=SYSTEM, at=at)

    copy = shutil.copytree(settings.FACTS_FOLDER, tmp_path / "elsewhere")
    shutil.rmtree(settings.FACTS_FOLDER)

    assert from_folder(copy) == values()


def test_compacted_files_give_identical_numbers(at: datetime) -> None:
    for _ in range(10):
        some_runs(at)
        compute_indicators(actor=SYSTEM, at=at)
    before = from_folder()

    assert compact() > 0

    assert from_folder() == before == values()


def test_computing_again_writes_nothing_but_the_time(at: datetime) -> None:
    some_runs(at)
    first = compute_indicators(actor=SYSTEM, at=at)
    kept = list(IndicatorYear.objects.values_list("pk", flat=True))

    again = compute_indicators(actor=SYSTEM, at=at + timedelta(minutes=1))

    assert again.pk == first.pk
    assert again.computed_at == at + timedelta(minutes=1)
    assert list(IndicatorYear.objects.values_list("pk", flat=True)) == kept
    assert Record.objects.filter(action="indicators.compute_indicators").count() == 1


def test_a_new_formula_computes_again(at: datetime) -> None:
    some_runs(at)
    compute_indicators(actor=SYSTEM, at=at)
    changed = replace(RUNS_ON_TIME, formula_version=4)

    with known(RUN_FINISHED, changed):
        compute_indicators(actor=SYSTEM, at=at)

    assert set(
        IndicatorYear.objects.filter(indicator=changed.code).values_list(
            "formula_version", flat=True
        )
    ) == {4}


def test_only_the_values_that_differ_are_written(at: datetime) -> None:
    some_runs(at)
    compute_indicators(actor=SYSTEM, at=at)
    kept = IndicatorYear.objects.get(unit_code="99002").pk
    a_run(at=at)

    later = compute_indicators(actor=SYSTEM, at=at + timedelta(minutes=1))

    assert later.changed == 1
    assert values()[0] == ("98001", DECEMBER, 2, 3)
    assert IndicatorYear.objects.get(unit_code="99002").pk == kept


def test_a_value_without_facts_goes_when_all_is_computed_again(at: datetime) -> None:
    some_runs(at)
    compute_indicators(actor=SYSTEM, at=at)
    IndicatorYear.objects.create(
        indicator="tests.gone", formula_version=1, year=2020, numerators="[]", denominators="[]"
    )

    recompute_indicators(actor=SYSTEM, at=at)

    assert not IndicatorYear.objects.filter(indicator="tests.gone").exists()


def test_a_late_fact_reaches_its_month(at: datetime) -> None:
    some_runs(at)
    compute_indicators(actor=SYSTEM, at=at + timedelta(days=60))
    a_run(at=at)

    later = compute_indicators(actor=SYSTEM, at=at + timedelta(days=61))

    assert later.changed == 1
    assert values()[0] == ("98001", DECEMBER, 2, 3)


def test_new_facts_are_read_without_the_old_ones(at: datetime) -> None:
    some_runs(at)
    compute_indicators(actor=SYSTEM, at=at)
    for part in Path(settings.FACTS_FOLDER).rglob("part-*.parquet"):
        part.write_bytes(b"not to be opened again")
    a_run(at=at)

    compute_indicators(actor=SYSTEM, at=at)

    assert values()[0] == ("98001", DECEMBER, 2, 3)


Step = tuple[str, int, bool]
steps = st.lists(
    st.tuples(
        st.sampled_from(["run", "run", "run", "compute", "compact", "export"]),
        st.integers(0, 3),
        st.booleans(),
    ),
    max_size=25,
)


@given(steps)
@settings_of(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_came_when_adding_gives_what_computing_from_all_gives(
    at: datetime, taken: list[Step]
) -> None:
    with known_alone(RUN_FINISHED, RUNS_ON_TIME), transaction.atomic():
        shutil.rmtree(settings.FACTS_FOLDER, ignore_errors=True)
        for what, number, on_time in taken:
            if what == "run":
                day = at - timedelta(days=30 * number)
                a_run(at=day, unit_code=f"9800{number % 2}", on_time=on_time)
            elif what == "compute":
                compute_indicators(actor=SYSTEM, at=at)
            elif what == "export":
                export(at=at)
            else:
                compact()
        last = compute_indicators(actor=SYSTEM, at=at)

        assert values() == from_folder()
        assert recompute_indicators(actor=SYSTEM, at=at) == last, "nothing was left to change"
        transaction.set_rollback(True)


def test_every_registered_indicator_can_be_computed_without_facts() -> None:
    assert [years for _, years in years_of(indicators(), tables(), [])] == [
        {} for _ in indicators()
    ]


def test_the_worker_computes_by_itself(at: datetime) -> None:
    some_runs(at)

    run_until_quiet(at=at)

    assert Computation.objects.get().computed_at == at
    assert len(values()) == 2
