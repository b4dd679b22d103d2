"""The leader's dashboard, as a page and on a wall."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.kernel import clock
from nentang.measure.dashboard.context import overview as overview_context
from nentang.measure.dashboard.permissions import LEADING
from nentang.measure.dashboard.queries import choice_of

WALL = "lon"


@require_safe
@for_everyone
def overview(request: PageRequest) -> HttpResponse:
    """What is on track, what is not, why, and who answers for it; big and alone for a wall."""
    is_wall = request.GET.get("man-hinh") == WALL
    context = overview_context(choice_of(request.GET.dict(), clock.now()))
    context["can_order"] = request.actor.has_role(*LEADING)
    return render(request, f"dashboard/{'wall' if is_wall else 'overview'}.html", context)
