"""Public pages of the targets: the table beside the map, and the table as a file."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import PageRequest, csv_file, for_everyone
from nentang.kernel import clock
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

from .context import YEARS, line
from .queries import target_table
from .rules.targets import targets as targets_law


@for_everyone
def targets(request: PageRequest) -> HttpResponse:
    """The targets of 2025 and 2030, and the map of the provinces."""
    today = clock.legal_day(clock.now())
    is_old = request.GET.get("dia-gioi") == Geography.OLD
    context = {
        "lines": [line(row, today) for row in target_table(today)],
        "years": YEARS,
        "law": targets_law().rules[-1],
        "computation": latest_computation(),
        "is_old": is_old,
        "has_two_geographies": differ(today),
        "map": _map(Geography.OLD if is_old else Geography.NOW),
    }
    return render(request, "programme/targets.html", context)


@for_everyone
def table(request: PageRequest) -> HttpResponse:
    """The targets as CSV."""
    today = clock.legal_day(clock.now())
    head = [
        _("Mục tiêu"),
        _("Nay"),
        *(str(year) for year in YEARS),
        _("Đơn vị tính"),
        _("Mức đạt"),
        _("Biết bằng cách nào"),
        _("Tốc độ cần có"),
    ]
    rows = [
        (
            said.name,
            "" if row.standing.value is None else round(row.standing.value, 4),
            *(row.target.goals.get(year, "") for year in YEARS),
            _("thứ bậc") if row.target.unit == "rank" else "%",
            said.word,
            said.known,
            said.pace,
        )
        for row in target_table(today)
        if (said := line(row, today))
    ]
    return csv_file(f"muc-tieu-{today}", head, rows)


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
