"""The leader's board: figures of a unit, their trend, its parts, and the facts behind them."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy as _

from nentang.foundation.facts.public import Indicator, fact_rows, indicators
from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.kernel import clock

from .queries import (
    Part,
    Tree,
    cells,
    find_indicator,
    latest_computation,
    parts,
    tree_on,
    trend,
)
from .rules.rollup import Cell, Sum, sum_by_unit

TWO_LEVELS_FROM = date(2025, 7, 1)
FIRST_DAY_KNOWN = date(2020, 1, 1)
DEFAULT = "services.online"
PAGE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for: a unit, an indicator, months, and under which geography."""

    unit_code: str
    indicator: Indicator
    first: date
    last: date
    geography: str
    tree: Tree

    @classmethod
    def of(cls, request: PageRequest) -> "Asked":
        """The question in the address; the last twelve months under today's geography by default."""
        today = clock.legal_day(clock.now())
        geography = request.GET.get("dia-gioi", "nay")
        year = _year(request.GET.get("nam", ""), today.year)
        return cls(
            unit_code=request.GET.get("don-vi", "")[:5],
            indicator=find_indicator(request.GET.get("chi-so", DEFAULT)),
            first=date(year, 1, 1),
            last=min(date(year, 12, 31), today),
            geography=geography,
            tree=tree_on(_geography_day(geography, today)),
        )

    @property
    def counted(self) -> list[Cell]:
        """What all units counted."""
        return cells(self.indicator.code, first=self.first, last=self.last, tree=self.tree)


@for_everyone
def board(request: PageRequest) -> HttpResponse:
    """The board of a unit."""
    asked = Asked.of(request)
    counted = asked.counted
    context = {
        "asked": asked,
        "indicators": indicators(),
        "language": get_language(),
        "figures": [(each, _figure(each, asked)) for each in indicators()],
        "figure": sum_by_unit(counted, asked.tree.parent).get(asked.unit_code, Sum()),
        "trend": trend(counted, asked.unit_code, asked.tree),
        "parts": _parts(counted, asked),
        "path": _path(asked),
        "computation": latest_computation(),
    }
    return render(request, "indicators/board.html", context)
