"""Values that were reported go on in the rhythm in which they were reported."""

from datetime import date

import pytest

from nentang.measure.programme.rules.rhythm import MONTHLY, run_of


def every(months: int, count: int, *, first: int = 0, day: int = 10) -> list[tuple[date, float]]:
    numbers = [12 * 2018 + first + months * n for n in range(count)]
    return [(date(n // 12, n % 12 + 1, day), float(n)) for n in numbers]


def number_of(month: date) -> int:
    return 12 * month.year + month.month


@pytest.mark.parametrize(("months", "count"), [(1, 12), (3, 8), (6, 8), (12, 8)])
def test_an_even_rhythm_is_found_and_goes_on_in_it(months: int, count: int) -> None:
    run = run_of(every(months, count))

    assert run is not None
    assert (run.every, len(run.values)) == (months, count)
    after = run.month_after(1)
    assert number_of(after) - number_of(run.last) == months
    assert number_of(after) % months == 0  # the last month of its period


@pytest.mark.parametrize(("months", "count"), [(1, 11), (3, 7), (6, 7), (12, 7)])
def test_one_report_fewer_says_too_little(months: int, count: int) -> None:
    assert run_of(every(months, count)) is None


def test_a_period_without_a_report_ends_the_past() -> None:
    quarters = every(3, 12)
    del quarters[6]

    assert run_of(quarters) is None
    assert run_of([*quarters, *every(3, 3, first=36)]) is not None


def test_months_after_years_of_quarters_go_on_in_quarters_until_there_are_twelve() -> None:
    quarters, months = every(3, 8), every(1, 11, first=24)

    run, later = run_of([*quarters, *months]), run_of([*quarters, *every(1, 12, first=24)])

    assert run is not None
    assert (run.every, run.last) == (3, date(2020, 12, 1))
    assert later is not None
    assert later.every == 1


def test_of_two_reports_in_one_period_the_later_counts() -> None:
    run = run_of([*every(3, 8), (date(2019, 12, 31), -1.0)])

    assert run is not None
    assert run.values[-1] == -1.0


def test_what_is_computed_goes_on_in_months_only() -> None:
    assert run_of(every(3, 20), MONTHLY) is None
    assert run_of([]) is None
