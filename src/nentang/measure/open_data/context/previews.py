"""A version as pictures: months as a line, provinces as a map, groups as bars."""

from nentang.foundation.portal.public import (
    Bar,
    Bars,
    Point,
    ProvinceMap,
    Trend,
    province_tiles,
)
from nentang.measure.indicators.public import bounds
from nentang.measure.open_data.enums import Kind
from nentang.measure.open_data.models import Release
from nentang.measure.open_data.registry import Declaration, Division
from nentang.measure.open_data.rules.published import Published
from nentang.measure.open_data.rules.query import Question, ask

from .words import said

MOST_BARS, MOST_MONTHS = 20, 24
Chart = Bars | Trend | ProvinceMap


def previews(declaration: Declaration, table: Published, release: Release) -> list[Chart]:
    """One picture for each division that can be drawn, of the newest month where there are months."""
    kinds = {each.kind: each for each in declaration.divisions}
    drawn: list[Chart] = []
    month = _newest_month(table) if Kind.MONTH in kinds else ""
    if month:
        drawn.append(_trend(declaration, kinds[Kind.MONTH], table))
    if Kind.PROVINCE in kinds:
        drawn += _map(declaration, kinds[Kind.PROVINCE], table, release, month)
    groups = [each for each in declaration.divisions if each.kind == Kind.CATEGORY]
    return drawn + [_bars(declaration, each, table, month) for each in groups]


def _counts(table: Published, name: str, month: str = "") -> list[tuple[str, int | None]]:
    filters = {"month": (month,)} if month else {}
    found = ask(table, Question(filters, (name,), limit=500))
    return [(str(key), count) for key, count in found.rows]  # type: ignore[misc]


def _newest_month(table: Published) -> str:
    months = [key for key, _ in _counts(table, "month")]
    return max(months, default="")


def _trend(declaration: Declaration, division: Division, table: Published) -> Trend:
    points = [Point(f"{key[5:]}/{key[:4]}", count) for key, count in _counts(table, division.name)]
    return Trend(
        said(declaration.title),
        tuple(points[-MOST_MONTHS:]),
        unit="",
        digits=0,
        column=said(division.title),
        note=said(declaration.counted),
    )


def _map(
    declaration: Declaration, division: Division, table: Published, release: Release, month: str
) -> list[Chart]:
    """The map; none where every province is hidden."""
    values = dict(_counts(table, division.name, month))
    if not values:
        return []
    return [
        ProvinceMap(
            said(division.title),
            province_tiles(release.as_of),
            values,
            bounds(values.values(), ""),
            unit="",
            column=said(division.title),
            note=_note(declaration, month),
        )
    ]


def _bars(declaration: Declaration, division: Division, table: Published, month: str) -> Bars:
    words = division.values
    bars = [
        Bar(said(words[key]) if key in words else key, count)
        for key, count in _counts(table, division.name, month)
    ]
    return Bars(
        said(division.title),
        tuple(bars[:MOST_BARS]),
        unit="",
        digits=0,
        column=said(division.title),
        note=_note(declaration, month),
    )


def _note(declaration: Declaration, month: str) -> str:
    counted = said(declaration.counted)
    return f"{counted}, {month[5:]}/{month[:4]}" if month else counted
