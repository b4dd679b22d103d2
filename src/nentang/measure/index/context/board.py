"""The index of a framework and a year: map, ranking with the doubt about each rank, what was published."""

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from django.utils.translation import gettext as _

from nentang.foundation.organizations.public import UnitInfo, ancestors
from nentang.foundation.portal.public import ProvinceMap, province_tiles
from nentang.kernel.frozen import Frozen
from nentang.measure.index.models import Publication
from nentang.measure.index.queries import (
    Measured,
    computed_below,
    current_publication,
    published_of,
)
from nentang.measure.index.queries.published import plain_name
from nentang.measure.index.rules.framework import Framework, Node
from nentang.measure.index.rules.intervals import RankInterval, rank_intervals
from nentang.measure.index.rules.reckoning import weight_in
from nentang.measure.index.rules.scoring import places
from nentang.measure.index.rules.sensitivity import Influence, rank_influences
from nentang.measure.indicators.public import tree_on

from .choice import Choice, span_words

PAGE = 70


class Row(Frozen):
    """A unit in the ranking. `published` is what this installation or, before it, the press said."""

    unit: UnitInfo
    url: str
    within_url: str
    computed: Fraction | None
    coverage: Fraction
    interval: RankInterval | None
    published: Fraction | None
    official_rank: int | None
    pillars: tuple[Fraction | None, ...]

    @property
    def is_known(self) -> bool:
        """Whether anything is known of it: counted, published, or ranked elsewhere."""
        return (self.computed, self.published, self.official_rank) != (None, None, None)


def board(choice: Choice) -> dict[str, Any]:
    """Everything on the page; UnitNotFound for a unit that never was."""
    unit = tree_on(choice.on).find(choice.within)
    found = _measured(choice)
    rows = _rows(choice, found)
    known = [row for row in rows if row.is_known]
    return {
        **frame(choice, unit),
        "rows": known,
        "silent": len(rows) - len(known),
        "map": None if unit else _map(choice, rows),
        "columns": [part.name for part in columns(choice.framework)],
        "influences": _influences(choice.framework, found),
        "publication": _publication(choice),
        "csv_url": choice.url("index:table"),
    }


def frame(choice: Choice, unit: UnitInfo | None) -> dict[str, Any]:
    """What every page of the index says of the choice."""
    path = (*ancestors(unit), unit) if unit else ()
    return {
        "choice": choice,
        "framework": choice.framework,
        "rule": choice.rule,
        "form": choice.form(),
        "span": span_words(choice.span),
        "unit": unit,
        "place": unit.full_name if unit else _("Cả nước"),
        "path": [
            (_("Cả nước"), choice.url("index:board", within="")),
            *((each.full_name, choice.url("index:board", within=each.code)) for each in path),
        ],
        "method_url": choice.url("index:method"),
        "compare_url": choice.url("index:compare"),
    }


def rows_of(choice: Choice) -> list[Row]:
    """Every unit directly below, best first."""
    return _rows(choice, _measured(choice))


def _measured(choice: Choice) -> list[Measured]:
    return computed_below(choice.framework, choice.within, choice.span, at=choice.at, on=choice.on)


def _rows(choice: Choice, found: Sequence[Measured]) -> list[Row]:
    doubted = doubts(choice.framework, found)
    official = _official(choice)
    divided = frozenset(tree_on(choice.on).parent.values())
    rows = [_row(choice, each, doubted.get(each.unit.code), official, divided) for each in found]
    return sorted(rows, key=lambda row: (row.computed is None, -(row.computed or 0), _rank(row)))


def _rank(row: Row) -> tuple[bool, int, str]:
    return (row.official_rank is None, row.official_rank or 0, row.unit.name)


def _row(
    choice: Choice,
    found: Measured,
    interval: RankInterval | None,
    official: dict[str, tuple[Fraction | None, int | None]],
    divided: Collection[str],
) -> Row:
    unit = found.unit
    published, rank = (
        official.get(unit.code) or official.get(plain_name(unit.full_name)) or (None, None)
    )
    deeper = found.whole.share is not None and unit.code in divided
    return Row(
        unit=unit,
        url=choice.url("index:unit", unit.code),
        within_url=choice.url("index:board", within=unit.code) if deeper else "",
        computed=found.whole.share,
        coverage=found.whole.coverage,
        interval=interval,
        published=published,
        official_rank=rank,
        pillars=tuple(
            part.share if (part := found.whole.at(node.code)) else None
            for node in columns(choice.framework)
        ),
    )


def columns(framework: Framework) -> tuple[Node, ...]:
    """The parts that stand beside the whole: pillars or main indicators of which something is counted."""
    counted = [part for part in framework.root.parts if any(node.indicator for node in part.all())]
    return tuple(counted[:5])


def _official(choice: Choice) -> dict[str, tuple[Fraction | None, int | None]]:
    """By unit code what this installation published; where it did not, by plain name what the press had."""
    if choice.span.half:
        return {}
    publication = current_publication(choice.family, choice.span.year)
    if publication is None:
        return {
            plain_name(each.unit): (each.value, each.rank)
            for each in published_of(choice.family, choice.span.year)
            if each.indicator == "DTI"
        }
    return {
        each.unit_code: (
            None if each.published is None else Fraction(each.published),
            each.place,
        )
        for each in publication.results.all()
    }


def _publication(choice: Choice) -> Publication | None:
    return None if choice.span.half else current_publication(choice.family, choice.span.year)


def leaf_table(
    framework: Framework, found: Sequence[Measured]
) -> tuple[list[Measured], list[Node], Any, Any]:
    """Units of which anything is known, what is known of any, their values and weights as matrices."""
    known = [each for each in found if each.whole.share is not None]
    counted = {
        node.code
        for node in framework.leaves
        if any(_share(each, node.code) is not None for each in known)
    }
    weights = leaf_weights(framework.root, counted)
    leaves = [node for node in framework.leaves if weights.get(node.code)]
    table = np.array(
        [[_float(_share(each, node.code)) for node in leaves] for each in known], dtype=float
    )
    return known, leaves, table, np.array([float(weights[node.code]) for node in leaves])


def doubts(framework: Framework, found: Sequence[Measured]) -> dict[str, RankInterval]:
    """Rank intervals by unit; nothing where fewer than two can be compared."""
    known, leaves, table, weights = leaf_table(framework, found)
    if len(known) < 2 or not leaves:
        return {}
    intervals = rank_intervals(table, weights)
    place = places({each.unit.code: each.whole.share or Fraction(0) for each in known})
    return {
        each.unit.code: _around(interval, place[each.unit.code])
        for each, interval in zip(known, intervals, strict=True)
    }


def _around(interval: RankInterval, rank: int) -> RankInterval:
    """The interval with the rank that the ranking shows, which lies in it."""
    return RankInterval(rank, min(rank, interval.low), interval.middle, max(rank, interval.high))


def _influences(framework: Framework, found: Sequence[Measured]) -> list[tuple[object, Influence]]:
    known, leaves, table, weights = leaf_table(framework, found)
    if len(known) < 3 or len(leaves) < 2:
        return []
    names: dict[str, object] = {node.code: node.name for node in leaves}
    moved = rank_influences(table, weights, list(names), samples=2048)
    return sorted(
        ((names.get(each.factor), each) for each in moved), key=lambda pair: -pair[1].total
    )[:6]


def leaf_weights(root: Node, counted: Collection[str] | None = None) -> dict[str, Fraction]:
    """What each leaf weighs in the whole; of `counted` leaves alone, where these are named."""
    found: dict[str, Fraction] = {}

    def counts(node: Node) -> bool:
        return counted is None or any(each.code in counted for each in node.all() if not each.parts)

    def walk(node: Node, weight: Fraction) -> None:
        if not node.parts:
            found[node.code] = weight
            return
        parts = [part for part in node.parts if counts(part)]
        whole = sum((weight_in(node, part) for part in parts), Fraction(0))
        for part in parts:
            walk(part, weight * weight_in(node, part) / whole if whole else Fraction(0))

    walk(root, Fraction(1))
    return found


def _share(found: Measured, code: str) -> Fraction | None:
    node = found.whole.at(code)
    return node.share if node else None


def _float(share: Fraction | None) -> float:
    return float("nan") if share is None else float(share)


def _map(choice: Choice, rows: Sequence[Row]) -> ProvinceMap | None:
    shown = {
        row.unit.code: 100 * float(share)
        for row in rows
        if (share := row.published if row.published is not None else row.computed) is not None
    }
    tiles = province_tiles(choice.on)
    return ProvinceMap(
        _("Điểm trên 100"),
        tiles,
        shown,
        (50.0, 60.0, 70.0, 80.0),
        unit="",
        urls={row.unit.code: row.url for row in rows if row.unit.code in shown},
        column=_("Tỉnh, thành"),
        note=_("Điểm đã công bố nếu có, không thì điểm tính từ dữ liệu."),
    )


def table_rows(choice: Choice) -> tuple[list[str], list[tuple[object, ...]]]:
    """The ranking as a table: head and rows."""
    head = [
        _("Mã đơn vị"),
        _("Đơn vị"),
        _("Tính từ dữ liệu"),
        _("Biết được"),
        _("Hạng"),
        _("Hạng thấp nhất"),
        _("Hạng cao nhất"),
        _("Đã công bố"),
        _("Hạng đã công bố"),
    ]
    return head, [
        (
            row.unit.code,
            row.unit.full_name,
            _cell(row.computed),
            _cell(row.coverage),
            row.interval.rank if row.interval else "",
            row.interval.low if row.interval else "",
            row.interval.high if row.interval else "",
            _cell(row.published),
            row.official_rank or "",
        )
        for row in rows_of(choice)
    ]


def _cell(share: Fraction | None) -> object:
    return "" if share is None else round(float(share), 6)
