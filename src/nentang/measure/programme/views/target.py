"""The page of one target, its versions, its values as a file."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.organizations.public import Organization
from nentang.foundation.portal.public import PageRequest, csv_file, for_everyone
from nentang.kernel import clock
from nentang.kernel.law import Rule
from nentang.kernel.text import whole_number
from nentang.measure.programme.context import target_context, version_context
from nentang.measure.programme.models import Obstacle
from nentang.measure.programme.permissions import can_keep_obstacle, can_plan, has_plan
from nentang.measure.programme.queries import (
    find_plan_target,
    find_target,
    obstacles_of,
    row_of,
    version_of,
    versions_of,
)
from nentang.measure.programme.registry import PLANNING
from nentang.measure.programme.rules.targets import Target
from nentang.measure.programme.rules.targets import targets as targets_law
from nentang.measure.small_registers.public import entries_of, entry_links

SHOWN = 30
LEGAL_REVIEW = "legal_review"


@require_safe
@for_everyone
def target_page(request: PageRequest, code: str) -> HttpResponse:
    """Chart, table, how it is known, who answers for it, versions, what stands in its way."""
    return show_target(request, code)


def show_target(
    request: PageRequest, code: str, *, error: str = "", opened: str = "", status: int = 200
) -> HttpResponse:
    """The page, again with what was typed where a step on it was refused."""
    today = clock.legal_day(clock.now())
    target = find_target(code, today)
    row, outlook = row_of(target, today)
    plan = find_plan_target(code) if target.body_id else None
    context = {
        **target_context(row, outlook, today),
        "law": None if plan else _law_on(today),
        "versions": versions_of(plan) if plan else [],
        "desk_url": _desk_url(request, code) if plan and can_plan(request.actor, plan) else "",
        **_obstacles(request, target),
        "crumbs": _crumbs(target),
        "error": error,
        "opened": opened,
        "typed": request.POST,
    }
    return render(request, "programme/target.html", context, status=status)


@require_safe
@for_everyone
def version_page(request: PageRequest, code: str, number: int) -> HttpResponse:
    """A version as it was approved."""
    today = clock.legal_day(clock.now())
    target = find_target(code, today, number=number)
    version = version_of(find_plan_target(code), number)
    context = {
        **version_context(target, today),
        "version": version,
        "crumbs": [
            *_crumbs(target),
            {"label": target.name_vi, "url": reverse("programme:target", args=[code])},
        ],
    }
    return render(request, "programme/version.html", context)


@require_safe
@for_everyone
def series(request: PageRequest, code: str) -> HttpResponse:
    """What was, the path, and the forecast, as CSV."""
    today = clock.legal_day(clock.now())
    _row, outlook = row_of(find_target(code, today), today)
    head = [_("Loại"), _("Ngày"), _("Giá trị"), _("Thấp"), _("Cao")]
    rows: list[tuple[object, ...]] = [
        *((_("số thật"), m.on, round(m.value, 4), "", "") for m in outlook.seen),
        *((_("lộ trình"), m.on, m.value, "", "") for m in outlook.path),
        *(
            (_("dự báo"), s.month, round(s.value, 4), round(s.low, 4), round(s.high, 4))
            for s in outlook.ahead
        ),
    ]
    return csv_file(f"muc-tieu-{code}", head, rows)


def _law_on(today: date) -> Rule[tuple[Target, ...]]:
    """The rule that has the targets of that day; before the Programme, the one with which it began."""
    law = targets_law()
    return law.rule_on(max(today, law.rules[0].period.valid_from))


def _obstacles(request: PageRequest, target: Target) -> dict[str, Any]:
    before = whole_number(request.GET.get("truoc", ""))
    found = obstacles_of(target.id, before_id=before)
    links = entry_links([each.document for each in found if each.document])
    bodies = _bodies(request, target)
    return {
        "obstacles": [_obstacle(each, request, links) for each in found[:SHOWN]],
        "older_url": f"?truoc={found[SHOWN - 1].pk}" if len(found) > SHOWN else "",
        "log_bodies": bodies,
        "documents": entries_of(LEGAL_REVIEW, limit=100) if bodies else [],
    }


def _obstacle(each: Obstacle, request: PageRequest, links: dict[str, Any]) -> dict[str, Any]:
    may_close = each.closed_at is None and can_keep_obstacle(request.actor, each)
    return {
        "row": each,
        "slug": str(each.pk),
        "document": links.get(each.document),
        "may_close": may_close,
    }


def _bodies(request: PageRequest, target: Target) -> list[Organization]:
    """For which bodies the reader may log an obstacle of it."""
    own = request.actor.organizations(*PLANNING)
    if not own:
        return []
    found = [each for each in Organization.objects.filter(pk__in=own) if has_plan(each)]
    return [each for each in found if target.body_id in (None, each.pk)]


def _desk_url(request: PageRequest, code: str) -> str:
    return reverse("programme:desk_target", args=[code])


def _crumbs(target: Target) -> list[dict[str, str]]:
    crumbs = [{"label": _("Mục tiêu"), "url": reverse("programme:targets")}]
    if target.body_id:
        url = f"{reverse('programme:targets')}?co-quan={target.body_id}"
        crumbs.append({"label": target.body, "url": url})
    return crumbs
