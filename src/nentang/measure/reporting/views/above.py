"""What those above look at: the board, the sums with their pieces, the ledger of the burden."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, csv_file, for_everyone, for_officer
from nentang.kernel import clock
from nentang.measure.reporting.adapters.sdmx import data_message, structure_message
from nentang.measure.reporting.adapters.sdmx_csv import csv_message
from nentang.measure.reporting.context import (
    Asked,
    areas_of,
    asked_of,
    board_context,
    burden_context,
    sum_context,
    sum_table,
)
from nentang.measure.reporting.errors import RegimeNotFound
from nentang.measure.reporting.registry import TAKING

from .reports import SDMX_CSV

SDMX = "application/vnd.sdmx.structurespecificdata+xml; version=2.1; charset=utf-8"
DSD = "application/vnd.sdmx.structure+xml; version=2.1; charset=utf-8"


@require_safe
@for_officer()
def board(request: PageRequest) -> HttpResponse:
    """Who has filed, who is late, what waits to be taken in."""
    bodies = request.actor.organizations(*TAKING)
    context = {**board_context(request.GET, bodies, clock.now()), "crumbs": _crumbs()}
    return render(request, "reporting/board.html", context)


@require_safe
@for_officer()
def sum_page(request: PageRequest) -> HttpResponse:
    """A sum, and for one of its cells everything it is made of."""
    at = clock.now()
    asked = asked_of(request.GET, at)
    if asked is None:
        return render(request, "reporting/sum.html", {"asked": None, "crumbs": _crumbs()})
    own = request.actor.organizations()
    context = {**sum_context(asked, request.GET, own, at), "crumbs": _crumbs()}
    return render(request, "reporting/sum.html", context)


@require_safe
@for_officer()
def sum_file(request: PageRequest) -> HttpResponse:
    """The sum and its pieces as CSV, JSON, SDMX-ML or SDMX-CSV."""
    asked = asked_of(request.GET, clock.now())
    if asked is None:
        raise RegimeNotFound
    form = request.GET.get("dang", "csv")
    name = f"{asked.regime.code}-{asked.period.key}-{asked.unit_code or 'ca-nuoc'}"
    name += f"-{asked.units_on:%Y%m%d}" if asked.units_on else ""
    if form == "json":
        return JsonResponse(_as_json(asked), headers=_attached(f"{name}.json"))
    if form in ("sdmx", "dsd"):
        return _sdmx(asked, form, name)
    if form == "sdmx-csv":
        content = csv_message(asked.regime, asked.period, areas_of(asked))
        return HttpResponse(content, content_type=SDMX_CSV, headers=_attached(f"{name}-sdmx.csv"))
    head, rows = sum_table(asked)
    return csv_file(name, head, rows)


@require_safe
@for_everyone
def burden(request: PageRequest) -> HttpResponse:
    """What is asked twice, by whom, of whom."""
    context = burden_context(clock.legal_day(clock.now()))
    return render(request, "reporting/burden.html", context)


def _sdmx(asked: Asked, form: str, name: str) -> HttpResponse:
    areas, at = areas_of(asked), clock.now()
    if form == "dsd":
        content, kind = structure_message(asked.regime, areas, at=at), DSD
    else:
        content, kind = data_message(asked.regime, asked.period, areas, at=at), SDMX
    return HttpResponse(content, content_type=kind, headers=_attached(f"{name}-{form}.xml"))


def _as_json(asked: Asked) -> dict[str, object]:
    """Values as text of plain decimals: no program rounds them."""
    return {
        "regime": asked.regime.code,
        "period": asked.period.key,
        "first_on": asked.period.first_on.isoformat(),
        "last_on": asked.period.last_on.isoformat(),
        "units_on": asked.day.isoformat(),
        "areas": [
            {
                "code": area.code,
                "name": area.name,
                "is_whole": area.is_whole,
                "values": {cell: format(value, "f") for cell, value in area.values.items()},
            }
            for area in areas_of(asked)
        ],
    }


def _attached(filename: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{filename}"'}


def _crumbs() -> list[dict[str, str]]:
    return [{"label": _("Báo cáo"), "url": reverse("reporting:mine")}]
