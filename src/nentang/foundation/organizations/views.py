"""Public pages: find a place as of any day, see what it was and what it became."""

import csv
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.kernel import clock
from nentang.kernel.text import whole_number

from .forms import PlaceSearchForm
from .queries import (
    ancestors,
    candidates,
    children,
    conversion_of_province,
    find_organization_for,
    geography_source,
    predecessors,
    search_former_units,
    search_units,
    successors,
    unit_as_of,
    units_on,
)

PAGE = 60
MOST_FOUND = 20


def _today() -> date:
    return clock.legal_day(clock.now())


def _day(request: PageRequest) -> date:
    """The day asked for in the address, else today."""
    return PlaceSearchForm(request.GET).words_and_day(_today())[1]


@for_everyone
def search(request: PageRequest) -> HttpResponse:
    """Places by words on a day; without words, the provinces of that day."""
    form = PlaceSearchForm(request.GET or {"ngay": _today().isoformat()})
    words, day = form.words_and_day(_today())
    found = search_units(words, day, limit=MOST_FOUND + 1) if words else units_on(day, "province")
    context = {
        "form": form,
        "words": words,
        "day": day,
        "units": found[:MOST_FOUND] if words else found,
        "is_cut": bool(words) and len(found) > MOST_FOUND,
        "former": [
            (former, candidates(former.code, former.valid_from, day))
            for former in search_former_units(words, day)
        ],
    }
    partial = "organizations/_found.html" if request.htmx else "organizations/search.html"
    return render(request, partial, context)


@for_everyone
def unit(request: PageRequest, code: str) -> HttpResponse:
    """One unit of a day: what it lies in and holds, what it was made from and what it became."""
    day = _day(request)
    found = unit_as_of(code, day)
    after_id = whole_number(request.GET.get("sau", "")) or 0
    inside = children(code, day, after_id=after_id, limit=PAGE + 1)
    context = {
        "unit": found,
        "day": day,
        "today": _today(),
        "above": ancestors(found),
        "inside": inside[:PAGE],
        "next_id": inside[PAGE - 1].id if len(inside) > PAGE else None,
        "became": successors(code, day),
        "was": predecessors(code, day),
        "present": candidates(code, day, _today()),
        "body": find_organization_for(code, day),
        "source": geography_source(day),
    }
    return render(request, "organizations/unit.html", context)


@for_everyone
def conversion(request: PageRequest, code: str) -> HttpResponse:
    """A table (CSV) of all communes that went out of or into a province."""
    day = _day(request)
    steps = conversion_of_province(code, day)
    response = HttpResponse(
        "\N{BYTE ORDER MARK}",
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="chuyen-doi-{code}-{day}.csv"'},
    )
    table = csv.writer(response)
    table.writerow(
        [
            _("Mã cũ"),
            _("Nơi cũ"),
            _("Mã mới"),
            _("Nơi mới"),
            _("Phạm vi"),
            _("Nơi thường dùng"),
            _("Từ ngày"),
        ]
    )
    table.writerows(
        [
            step.old.code,
            step.old.place,
            step.new.code,
            step.new.place,
            step.extent.label,
            _("Có") if step.is_usual else "",
            step.effective_on.isoformat(),
        ]
        for step in steps
    )
    return response
