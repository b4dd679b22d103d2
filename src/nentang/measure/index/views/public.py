"""What everybody reads: ranking, a unit's sheet, comparison, years, method."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, csv_file, for_everyone
from nentang.kernel import clock
from nentang.measure.index.context import (
    Choice,
    choice_of,
    compared,
    table_rows,
    unit_sheet,
)
from nentang.measure.index.context import (
    board as board_context,
)
from nentang.measure.index.context import method as method_context
from nentang.measure.index.context import trend as trend_context


def _choice(request: PageRequest) -> Choice:
    return choice_of(request.GET.dict(), clock.now())


@require_safe
@for_everyone
def board(request: PageRequest) -> HttpResponse:
    """The index of a framework and a year, ranked."""
    return render(request, "index/board.html", board_context(_choice(request)))


@require_safe
@for_everyone
def table(request: PageRequest) -> HttpResponse:
    """The ranking as CSV."""
    choice = _choice(request)
    head, rows = table_rows(choice)
    return csv_file(f"{choice.family}-{choice.within or 'ca-nuoc'}-{choice.span.code}", head, rows)


@require_safe
@for_everyone
def unit(request: PageRequest, unit_code: str) -> HttpResponse:
    """A unit's sheet."""
    return render(request, "index/unit.html", unit_sheet(_choice(request), unit_code))


@require_safe
@for_everyone
def compare(request: PageRequest) -> HttpResponse:
    """Units beside each other."""
    codes = request.GET.getlist("noi")
    return render(request, "index/compare.html", compared(_choice(request), codes))


@require_safe
@for_everyone
def trend(request: PageRequest, unit_code: str) -> HttpResponse:
    """The years of a unit."""
    return render(request, "index/trend.html", trend_context(_choice(request), unit_code))


@require_safe
@for_everyone
def method(request: PageRequest) -> HttpResponse:
    """How the index is made."""
    return render(request, "index/method.html", method_context(_choice(request)))
