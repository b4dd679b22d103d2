"""Places beside each other: the page, and the same as CSV and JSON."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, csv_file, for_everyone
from nentang.kernel import clock
from nentang.measure.dashboard.context import Compared, as_json, asked_of, compared, file_rows
from nentang.measure.dashboard.context import compare_page as page_context


def _found(request: PageRequest) -> Compared:
    asked = asked_of(request.GET.dict(), request.GET.getlist("noi"), clock.now())
    return compared(asked)


@require_safe
@for_everyone
def compare(request: PageRequest) -> HttpResponse:
    """Two to six places over an indicator and a time."""
    return render(request, "dashboard/compare.html", page_context(_found(request)))


@require_safe
@for_everyone
def compare_csv(request: PageRequest) -> HttpResponse:
    """The comparison as CSV."""
    found = _found(request)
    head, rows = file_rows(found)
    return csv_file(f"so-sanh-{found.asked.indicator.code}", head, rows)


@require_safe
@for_everyone
def compare_json(request: PageRequest) -> HttpResponse:
    """The comparison as JSON, kept as a file."""
    found = _found(request)
    response = JsonResponse(as_json(found), json_dumps_params={"ensure_ascii": False})
    name = f"so-sanh-{found.asked.indicator.code}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
