"""For heads: how each body did, criterion by criterion, down to dossiers, procedures and complaints."""

from datetime import date, time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    is_within,
    organization,
    search_organizations,
)
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.services.permissions import HEAD_ROLES
from nentang.government.services.queries import Assessment, assess, evidence_behind
from nentang.government.services.registry import Span
from nentang.government.services.rules.assessment import Terms, terms_on
from nentang.kernel import clock
from nentang.kernel.clock import at_local
from nentang.kernel.text import whole_number

YEARS_SHOWN, MOST_BODIES, PAGE, MOST_SKIPPED = 5, 500, 50, 999_999


@require_safe
@for_officer(*HEAD_ROLES)
def assessments(request: PageRequest) -> HttpResponse:
    """The bodies that one heads and those below; where help is needed first, then where most is done."""
    year = _year(request)
    bodies = {each.id: each for own in _own(request.actor) for each in _below(own, year)}
    found = _assess(list(bodies.values()), year).values()
    rows = [(bodies[each.organization_id], each) for each in found]
    rows.sort(key=lambda row: (_share(row[1]), -row[1].decided, row[0].name))
    after = _after(request)
    context = {
        "rows": rows[after : after + PAGE],
        "older_url": _older_url(year, after) if len(rows) > after + PAGE else "",
        **_frame(year),
    }
    return render(request, "services/assessments.html", context)


@require_safe
@for_officer(*HEAD_ROLES)
def assessment(request: PageRequest, body: int) -> HttpResponse:
    """One body: nine criteria, five groups with their parts, each with what it rests on or why it is not known."""
    _check_heads(request.actor, body)
    year = _year(request)
    info = organization(body)
    rule = terms_on(date(year, 12, 31))
    found = _assess([info], year).get(body)
    context = {
        "body": info,
        "found": found,
        "rule": rule,
        "crumbs": [_crumb(year)],
        **(_shown(found, rule.value) if found else {}),
        **_frame(year),
    }
    return render(request, "services/assessment.html", context)


@require_safe
@for_officer(*HEAD_ROLES)
def behind(request: PageRequest, body: int, evidence: str) -> HttpResponse:
    """The dossiers, procedures or complaints behind a point, those with the fewest points first; no names."""
    _check_heads(request.actor, body)
    year = _year(request)
    terms = terms_on(date(year, 12, 31)).value
    counted = terms.evidence.get(evidence)
    if counted is None:
        raise Http404
    after = _after(request)
    info = organization(body)
    rows = evidence_behind(
        *(evidence, body, str(info.level)), span=_span(year), after=after, limit=PAGE + 1
    )
    url = f"{reverse('services:assessment', args=[body])}?nam={year}"
    context = {
        "body": info,
        "counted": counted,
        "criteria": [each for each in terms.criteria if each.evidence == evidence],
        "rows": rows[:PAGE],
        "is_own": body in request.actor.organizations(),
        "older_url": _older_url(year, after) if len(rows) > PAGE else "",
        "crumbs": [_crumb(year), {"label": info.name, "url": url}],
        **_frame(year),
    }
    return render(request, "services/assessment_evidence.html", context)


def _shown(found: Assessment, terms: Terms) -> dict[str, Any]:
    """Each criterion and part with its points and what is counted for it."""
    sums = found.group_sums
    return {
        "criteria": [
            (each, found.criteria[each.number], terms.evidence[each.evidence])
            for each in terms.criteria
        ],
        "groups": [
            (
                group,
                sums[group.code],
                [
                    (each.part, each.score, terms.evidence[each.part.evidence])
                    for each in found.groups[group.code]
                ],
            )
            for group in terms.groups
        ],
        "whole": sum(group.most for group in terms.groups),
    }


def _assess(bodies: list[OrganizationInfo], year: int) -> dict[int, Assessment]:
    levels = {each.id: str(each.level) for each in bodies}
    terms = terms_on(date(year, 12, 31)).value
    return assess(terms, span=_span(year), levels=levels)


def _own(actor: Actor) -> list[int]:
    return sorted(actor.organizations(*HEAD_ROLES))


def _below(body: int, year: int) -> tuple[OrganizationInfo, ...]:
    """The body and those below it, as they stood at the end of the year."""
    day = min(date(year, 12, 31), clock.legal_day(clock.now()))
    return search_organizations("", day, within_id=body, limit=MOST_BODIES)


def _check_heads(actor: Actor, body: int) -> None:
    if not any(is_within(body, own) for own in _own(actor)):
        raise PermissionDenied


def _after(request: PageRequest) -> int:
    return min(whole_number(request.GET.get("tu", "")) or 0, MOST_SKIPPED)


def _older_url(year: int, after: int) -> str:
    return f"?nam={year}&tu={after + PAGE}"


def _share(found: Assessment) -> float:
    whole = found.criteria_sum
    return (whole.points or 0.0) / whole.most if whole.most else 0.0


def _year(request: PageRequest) -> int:
    this_year = clock.legal_day(clock.now()).year
    asked = request.GET.get("nam", "")
    return next((each for each in _years(this_year) if str(each) == asked), this_year)


def _years(this_year: int) -> range:
    return range(this_year, max(this_year - YEARS_SHOWN, 2018), -1)


def _span(year: int) -> Span:
    since, until = (at_local(date(each, 1, 1), time()) for each in (year, year + 1))
    return Span(since, until, clock.now())


def _frame(year: int) -> dict[str, Any]:
    return {"year": year, "years": _years(clock.legal_day(clock.now()).year)}


def _crumb(year: int) -> dict[str, str]:
    url = f"{reverse('services:assessments')}?nam={year}"
    return {"label": _("Đánh giá một cửa"), "url": url}
