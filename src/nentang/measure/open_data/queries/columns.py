"""The data dictionary of a dataset, and what of it is known from elsewhere."""

from collections.abc import Iterator

from nentang.foundation.registers.public import registers
from nentang.measure.indicators.public import find_indicator
from nentang.measure.open_data.enums import Kind
from nentang.measure.open_data.registry import (
    Declaration,
    Division,
    FactSource,
    IndicatorSource,
    StatisticSource,
)
from nentang.measure.open_data.rules.published import COUNT, LABEL, STATUS, Column
from nentang.measure.open_data.rules.tables import TOTAL, Coordinates


def columns_of(declaration: Declaration) -> tuple[Column, ...]:
    """Every column in order: keys with their labels, count, status."""
    source = source_words(declaration)
    counted = Column(COUNT, Kind.COUNT, *declaration.counted, source)
    status = Column(STATUS, Kind.STATUS, "Có công khai không", "Whether it is told")
    divisions = [c for each in declaration.divisions for c in _of_division(each, source)]
    return (*divisions, counted, status)


def source_words(declaration: Declaration) -> str:
    """From where the numbers come, by the code under which it is found in this installation."""
    match declaration.source:
        case FactSource(kind=kind):
            return f"facts:{kind}"
        case IndicatorSource(code=code):
            version = find_indicator(code).formula_version
            return f"indicator:{code}@{version}"
        case StatisticSource(register=register, name=name):
            return f"register:{register}/{name}"


def pinned_cells(declaration: Declaration) -> frozenset[Coordinates]:
    """A register counted in several ways tells its total in each, so that hiding it in one would not help."""
    source = declaration.source
    if not isinstance(source, StatisticSource):
        return frozenset()
    counted = next(len(r.statistics) for r in registers() if r.name == source.register)
    return frozenset({(TOTAL,)}) if counted > 1 else frozenset()


def populations(declaration: Declaration) -> frozenset[str]:
    """What is counted. Two datasets that count the same would tell on each other; no two may."""
    match declaration.source:
        case FactSource(kind=kind):
            return frozenset({kind})
        case IndicatorSource(code=code):
            return frozenset(find_indicator(code).facts)
        case StatisticSource(register=register, name=name):
            return frozenset({f"{register}/{name}"})


def _of_division(division: Division, source: str) -> Iterator[Column]:
    has_total = division.kind != Kind.MONTH
    yield Column(division.name, division.kind, *division.title, source, has_total)
    if division.kind == Kind.PROVINCE or division.values:
        titles = (f"{division.title[0]}: tên gọi", f"{division.title[1]}: name")
        yield Column(f"{division.name}{LABEL}", Kind.LABEL, *titles, of=division.name)
