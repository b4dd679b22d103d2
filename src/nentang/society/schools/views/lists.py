"""The list of a commune: how many children of each year, and who they are."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.organizations.public import organization, organization_names
from nentang.foundation.portal.public import Bar, Bars, PageRequest, csv_file, for_officer
from nentang.kernel import clock
from nentang.kernel.text import whole_number
from nentang.society.schools.actions import open_list
from nentang.society.schools.queries import counts_of
from nentang.society.schools.registry import READERS
from nentang.society.schools.rules.school_age import SchoolAge, school_age_law

PAGE, MOST_ROWS = 50, 20_000


@require_safe
@for_officer(*READERS)
def lists(request: PageRequest) -> HttpResponse:
    """Children by the year in which they begin the first class; of one year by name."""
    body, age = _body(request), _age()
    counts = counts_of(body)
    born = _born(request, counts, age)
    found = open_list(
        organization_id=body,
        birth_year=born,
        after_id=whole_number(request.GET.get("sau", "")) or 0,
        limit=PAGE + 1,
        actor=request.actor,
        at=clock.now(),
    )
    asked = {"co-quan": str(body), "sinh": str(born)}
    more = {**asked, "sau": str(found[PAGE - 1].pk)} if len(found) > PAGE else None
    context = {
        "body": organization(body),
        "bodies": organization_names(request.actor.organizations(*READERS)),
        "years": [(year, age.first_class_year(year), n) for year, n in counts.items()],
        "chart": _chart(counts, age),
        "born": born,
        "first_class": age.first_class_year(born),
        "count": counts.get(born, 0),
        "children": found[:PAGE],
        "same": urlencode(asked),
        "older_url": f"?{urlencode(more)}" if more else "",
        "rule": school_age_law().rule_on(clock.legal_day(clock.now())),
    }
    return render(request, "schools/lists.html", context)


@require_safe
@for_officer(*READERS)
def lists_csv(request: PageRequest) -> HttpResponse:
    """The same year as a table for a spreadsheet."""
    body, age = _body(request), _age()
    born = _born(request, counts_of(body), age)
    found = open_list(
        organization_id=body,
        birth_year=born,
        limit=MOST_ROWS,
        actor=request.actor,
        at=clock.now(),
    )
    head = [_("Họ và tên"), _("Ngày sinh"), _("Vào lớp một năm"), _("Vào danh sách")]
    rows = (
        (
            each.person.full_name,
            f"{each.person.birth_on:%d/%m/%Y}" if each.person.birth_on else each.birth_year,
            age.first_class_year(born),
            f"{clock.legal_day(each.listed_at):%d/%m/%Y}",
        )
        for each in found
    )
    return csv_file(f"tre-den-tuoi-di-hoc-{born}", head, rows)


def _age() -> SchoolAge:
    return school_age_law().in_force(on=clock.legal_day(clock.now()))


def _body(request: PageRequest) -> int:
    return whole_number(request.GET.get("co-quan", "")) or request.actor.organizations(*READERS)[0]


def _born(request: PageRequest, counts: dict[int, int], age: SchoolAge) -> int:
    """The year asked for; else those who begin school next."""
    asked = whole_number(request.GET.get("sinh", ""))
    if asked:
        return min(asked, 9999)
    this = clock.legal_day(clock.now()).year
    coming = (year for year in counts if age.first_class_year(year) >= this)
    return next(coming, this - age.first_class)


def _chart(counts: dict[int, int], age: SchoolAge) -> Bars | None:
    bars = tuple(Bar(str(age.first_class_year(year)), n) for year, n in counts.items())
    title = _("Trẻ theo năm vào lớp một")
    return Bars(title, bars, unit=_("trẻ"), digits=0) if bars else None
