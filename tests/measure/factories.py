"""A small country, and an indicator of no importance with its facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

from nentang.foundation.facts import registry
from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    record_fact,
    register_indicator,
)
from nentang.measure.indicators.models import IndicatorYear
from nentang.measure.indicators.rules.years import unpacked
from tests.foundation.organizations.factories import MERGER_DAY, make_succession, make_unit

if TYPE_CHECKING:
    import ibis

RUN_FINISHED = FactKind(
    name="tests.run_finished",
    version=1,
    fields={"route": str, "on_time": bool, "is_trial": bool},
    description="Một chuyến xe chạy xong.",
)


def _on_time(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    runs = tables[RUN_FINISHED.name]
    counted = runs.filter(~runs.is_trial)
    return counted.group_by("unit_code", "day").aggregate(
        numerator=counted.on_time.cast("float64").sum(),
        denominator=counted.count().cast("float64"),
    )


RUNS_ON_TIME = Indicator(
    code="tests.runs_on_time",
    title_vi="Chuyến xe đúng giờ",
    title_en="Runs on time",
    unit="percent",
    definition_vi="Chuyến đúng giờ, chia cho mọi chuyến, không kể chạy thử.",
    definition_en="Runs on time, over all runs but trials.",
    formula_version=3,
    source_act="Quyết định 749/QĐ-TTg",
    facts=(RUN_FINISHED.name,),
    expression=_on_time,
)


@contextmanager
def known(kind: FactKind, indicator: Indicator) -> Iterator[None]:
    """Let the kind and the indicator be known for a while."""
    kinds, indicators = dict(registry._kinds), dict(registry._indicators)
    declare(kind)
    registry._indicators.pop(indicator.code, None)
    register_indicator(indicator)
    try:
        yield
    finally:
        registry._kinds.clear()
        registry._kinds.update(kinds)
        registry._indicators.clear()
        registry._indicators.update(indicators)


@contextmanager
def known_alone(kind: FactKind, indicator: Indicator) -> Iterator[None]:
    """Let that indicator be the only one for a while; computing it takes a moment, all take a second."""
    with known(kind, indicator):
        registry._indicators.clear()
        register_indicator(indicator)
        yield


def a_run(
    *, at: datetime, unit_code: str = "98001", on_time: bool = True, is_trial: bool = False
) -> None:
    """One fact."""
    record_fact(
        RUN_FINISHED,
        at=at,
        organization_id=7,
        unit_code=unit_code,
        route="A1",
        on_time=on_time,
        is_trial=is_trial,
    )


def make_country() -> None:
    """Two provinces with districts and communes until 1 July 2025, one province since."""
    ends = {"valid_to": MERGER_DAY}
    north = make_unit("98", "Tỉnh Mẫu", **ends)
    south = make_unit("99", "Tỉnh Thử", **ends)
    new = make_unit("97", "Tỉnh Mới", valid_from=MERGER_DAY)
    village = make_unit("97001", "Xã Gộp", parent=new, valid_from=MERGER_DAY)
    for number, province in enumerate((north, south, south), start=1):
        title = f"Huyện {number}"
        district = make_unit(f"{province.code}{number}", title, parent=province, **ends)
        commune = make_unit(f"{province.code}00{number}", f"Xã {number}", parent=district, **ends)
        make_succession(commune, village)
        make_succession(district, new)
    for province in (north, south):
        make_succession(province, new)


def in_month(year: int, month: int) -> datetime:
    """An instant in the middle of that month."""
    return datetime.combine(date(year, month, 15), datetime.min.time()).astimezone()


def months_counted(years: Iterable[IndicatorYear]) -> list[tuple[str, date, float, float]]:
    """Unit, month, numerator and denominator of each month in which anything was counted."""
    return sorted(
        (each.unit_code, date(each.year, number, 1), above, below)
        for each in years
        for number, (above, below) in enumerate(
            zip(unpacked(each.numerators), unpacked(each.denominators), strict=True), 1
        )
        if above or below
    )
