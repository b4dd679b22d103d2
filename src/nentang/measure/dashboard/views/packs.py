"""Briefing packs: order one, watch it being made, take it along."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.text import whole_number
from nentang.measure.dashboard.actions import order_briefing_pack
from nentang.measure.dashboard.context import days_to_choose, pack_page, places_to_choose
from nentang.measure.dashboard.forms import OrderForm
from nentang.measure.dashboard.models import BriefingPack
from nentang.measure.dashboard.permissions import LEADING, bodies_led, check_sees
from nentang.measure.dashboard.queries import PAGE, find_pack, packs_for, tree_of_pack
from nentang.measure.indicators.public import Geography

NATION = "ca-nuoc"


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(*LEADING)
def packs(request: PageRequest) -> HttpResponse:
    """Order a pack; what one's bodies ordered before."""
    at = clock.now()
    today = clock.legal_day(at)
    asked = request.POST.get("place", "") or request.GET.get("don-vi", "")
    choices = {
        "places": places_to_choose(request.actor, asked[:12], today),
        "days": days_to_choose(today),
    }
    form = OrderForm(request.POST or None, **choices)
    if request.method == "POST" and form.is_valid():
        pack = order_briefing_pack(
            unit_code="" if form.cleaned_data["place"] == NATION else form.cleaned_data["place"],
            day=date.fromisoformat(form.cleaned_data["day"]),
            geography=Geography.NOW,
            language=form.cleaned_data["language"],
            actor=request.actor,
            at=at,
        )
        return redirect("dashboard:pack", code=pack.code)
    before = whole_number(request.GET.get("truoc", "")[:18])
    bodies = [body.id for body in bodies_led(request.actor, today)]
    rows = packs_for(bodies, before_id=before)
    context = {
        "form": form,
        "may_order": bool(choices["places"]),
        "packs": [pack_page(each, at) for each in rows[:PAGE]],
        "older_url": f"?truoc={rows[PAGE - 1].pk}" if len(rows) > PAGE else "",
    }
    return render(request, "dashboard/packs.html", context)


def _seen(request: PageRequest, code: str) -> BriefingPack:
    """The pack, if the actor may see it; PackNotFound."""
    found = find_pack(code)
    today = clock.legal_day(clock.now())
    check_sees(request.actor, found, tree_of_pack(found, today), today)
    return found


@require_safe
@for_officer(*LEADING)
def pack(request: PageRequest, code: str) -> HttpResponse:
    """How far it is, or its files with their hashes."""
    context = pack_page(_seen(request, code), clock.now())
    return render(request, "dashboard/pack.html", context)


@require_safe
@for_officer(*LEADING)
def pack_progress(request: PageRequest, code: str) -> HttpResponse:
    """The part of the page that changes."""
    context = pack_page(_seen(request, code), clock.now())
    return render(request, "dashboard/_pack.html", context)
