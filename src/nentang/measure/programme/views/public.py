"""Public pages of the targets: the table beside the map, and the table as a file."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, csv_file, for_everyone
from nentang.kernel import clock
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import whole_number
from nentang.measure.indicators.public import (
    Geography,
    day_of,
    default_indicator,
    differ,
    find_indicator,
    latest_computation,
    province_map,
    twelve_months_to,
)
from nentang.measure.programme.context import SPEEDS, WORDS, YEARS, line
from nentang.measure.programme.queries import (
    MOST_ROWS,
    PlanBody,
    Row,
    body_table,
    open_obstacles,
    plan_bodies,
    target_table,
)
from nentang.measure.programme.registry import PLANNING
from nentang.measure.programme.rules.targets import targets as targets_law
from nentang.measure.programme.rules.terms import YEARS as ALL_YEARS

COLUMNS = 3


class _Chosen(Frozen):
    """What the filter above the table says."""

    bodies: list[PlanBody]
    body: PlanBody | None
    year: int | None
    after: int

    def years(self, rows: list[Row], today: date) -> tuple[int, ...]:
        """The columns: the year asked for, those of the Programme, or the next goals of the plan."""
        if self.year or self.body is None:
            return (self.year,) if self.year else YEARS
        goals = {year for row in rows for year in row.target.goals if year >= today.year}
        return tuple(sorted(goals)[:COLUMNS])

    def url(self, **more: int) -> str:
        words: dict[str, int] = {}
        if self.body:
            words["co-quan"] = self.body.id
        if self.year:
            words["nam"] = self.year
        words |= {name.replace("_", "-"): value for name, value in more.items()}
        return f"?{urlencode(words)}" if words else "?"


@require_safe
@for_everyone
def targets(request: PageRequest) -> HttpResponse:
    """The targets of the Programme or of one body's plan; and the map of the provinces."""
    today = clock.legal_day(clock.now())
    chosen = _chosen(request)
    rows, next_key = _rows(chosen, today)
    years = chosen.years(rows, today)
    blocked = open_obstacles([row.target.id for row in rows])
    is_old = request.GET.get("dia-gioi") == Geography.OLD
    context = {
        "lines": [
            line(row, today, years=years, obstacles=blocked.get(row.target.id, 0)) for row in rows
        ],
        "chosen": chosen,
        "years": years,
        "all_years": ALL_YEARS,
        "law": targets_law().rules[-1],
        "computation": latest_computation(),
        "is_old": is_old,
        "has_two_geographies": differ(today),
        "map": None if chosen.body else _map(Geography.OLD if is_old else Geography.NOW),
        "file_query": chosen.url(),
        "older_url": chosen.url(sau=next_key) if next_key else "",
        "is_planner": request.actor.has_role(*PLANNING),
    }
    return render(request, "programme/targets.html", context)


@require_safe
@for_everyone
def table(request: PageRequest) -> HttpResponse:
    """The targets as CSV."""
    today = clock.legal_day(clock.now())
    chosen = _chosen(request)
    found = _rows(chosen, today)[0]
    years = chosen.years(found, today)
    head = [
        _("Mục tiêu"),
        _("Nay"),
        *(str(year) for year in years),
        _("Đơn vị tính"),
        _("Mức đạt"),
        _("Biết bằng cách nào"),
        _("Tốc độ cần có"),
        _("Tốc độ thật so với cần"),
        _("Chịu trách nhiệm"),
    ]
    rows = [_cells(row, years, today) for row in found]
    return csv_file(f"muc-tieu-{today}", head, rows)


def _cells(row: Row, years: tuple[int, ...], today: date) -> tuple[object, ...]:
    said = line(row, today, years=years)
    ranks, shares = row.target.unit == "rank", row.target.unit.startswith("percent")
    return (
        said.name,
        "" if row.standing.value is None else round(row.standing.value, 4),
        *(row.target.goals.get(year, "") for year in years),
        _("thứ bậc") if ranks else "%" if shares else row.target.unit,
        str(WORDS[row.standing.word][0]),
        said.known,
        said.pace,
        str(SPEEDS[row.progress.speed][0]),
        said.office,
    )


def _chosen(request: PageRequest) -> _Chosen:
    bodies = plan_bodies()
    wanted = whole_number(request.GET.get("co-quan", ""))
    year = whole_number(request.GET.get("nam", ""))
    return _Chosen(
        bodies,
        next((each for each in bodies if each.id == wanted), None),
        year if year in ALL_YEARS else None,
        whole_number(request.GET.get("sau", "")) or 0,
    )


def _rows(chosen: _Chosen, today: date) -> tuple[list[Row], int | None]:
    if chosen.body is None:
        return target_table(today, year=chosen.year), None
    return body_table(
        chosen.body.id, today, year=chosen.year, after_id=chosen.after, limit=MOST_ROWS
    )


def _map(geography: Geography) -> Any:
    """The last twelve months, as in the table."""
    today = clock.legal_day(clock.now())
    return province_map(
        find_indicator(default_indicator()),
        first=twelve_months_to(today),
        last=today,
        on=day_of(geography, today),
        link={"dia-gioi": "cu"} if geography is Geography.OLD else None,
    )
