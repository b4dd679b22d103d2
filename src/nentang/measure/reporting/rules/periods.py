"""Periods of reports, by the day on which their figures are closed.

With the closing day 14 the month 2020-12 counts from 15 November to 14 December, the quarter 2020-Q4
from 15 September and the year 2020 from 15 December 2019, each to the same 14 December. The day 0 means
whole months of the calendar.
"""

import re
from datetime import date, timedelta

from nentang.kernel.frozen import Frozen
from nentang.measure.reporting.enums import PeriodKind
from nentang.measure.reporting.errors import PeriodUnreadable

MONTHS = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.YEAR: 12}
_KEY = re.compile(r"(20\d\d)(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?", re.ASCII)


class ReportPeriod(Frozen):
    """`key` is `2020-12`, `2020-Q4` or `2020`; figures count from `first_on` to `last_on`."""

    kind: PeriodKind
    key: str
    first_on: date
    last_on: date


def period_named(kind: PeriodKind, key: str, closing_day: int) -> ReportPeriod:
    """The period of that name; PeriodUnreadable where the regime has none such."""
    found = _KEY.fullmatch(key)
    if found is None:
        raise PeriodUnreadable(period=key[:20])
    year, month, quarter = int(found[1]), found[2], found[3]
    if (bool(month), bool(quarter)) != (kind is PeriodKind.MONTH, kind is PeriodKind.QUARTER):
        raise PeriodUnreadable(period=key[:20])
    last = int(month) if month else 3 * int(quarter) if quarter else 12
    return _ending_in(kind, year, last, closing_day)


def period_closed_by(kind: PeriodKind, day: date, closing_day: int) -> ReportPeriod:
    """The latest period whose figures were closed before that day."""
    year, month = day.year, day.month
    while True:
        if month % MONTHS[kind] == 0:
            found = _ending_in(kind, year, month, closing_day)
            if found.last_on < day:
                return found
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)


def period_before(period: ReportPeriod, closing_day: int) -> ReportPeriod:
    """The one that came before."""
    return period_closed_by(period.kind, period.first_on + timedelta(days=1), closing_day)


def due_on(period: ReportPeriod, day: int) -> date:
    """The day of the month on which a report is due: the first such day after the figures are closed."""
    last = period.last_on
    if day > last.day:
        return last.replace(day=day)
    year, month = (last.year, last.month + 1) if last.month < 12 else (last.year + 1, 1)
    return date(year, month, day)


def _ending_in(kind: PeriodKind, year: int, month: int, closing_day: int) -> ReportPeriod:
    begin_year, begin_month = _earlier(year, month, MONTHS[kind])
    return ReportPeriod(
        kind,
        _key(kind, year, month),
        _closing(begin_year, begin_month, closing_day) + timedelta(days=1),
        _closing(year, month, closing_day),
    )


def _closing(year: int, month: int, closing_day: int) -> date:
    if closing_day:
        return date(year, month, closing_day)
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)


def _earlier(year: int, month: int, months: int) -> tuple[int, int]:
    counted = year * 12 + month - 1 - months
    return counted // 12, counted % 12 + 1


def _key(kind: PeriodKind, year: int, month: int) -> str:
    if kind is PeriodKind.YEAR:
        return str(year)
    return f"{year}-Q{month // 3}" if kind is PeriodKind.QUARTER else f"{year}-{month:02d}"
