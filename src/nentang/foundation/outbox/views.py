"""Events for the administrator: what waits, what is dead, and replaying it."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.text import whole_number

from .actions import replay_delivery
from .queries import dead_deliveries, job_states, listener_states

PAGE = 20


@for_officer("administrator")
def events(request: PageRequest) -> HttpResponse:
    """Counts and lag of each listener, dead letters, periodic jobs."""
    before = whole_number(request.GET.get("truoc", ""))
    found = dead_deliveries(before, PAGE + 1)
    context = {
        "listeners": listener_states(at=clock.now()),
        "jobs": job_states(),
        "dead": found[:PAGE],
        "older": found[PAGE - 1].pk if len(found) > PAGE else None,
        "is_first_page": not before,
    }
    return render(request, "outbox/events.html", context)


@for_officer("administrator")
@require_POST
def replay(request: PageRequest, delivery_id: int) -> HttpResponseRedirect:
    """Try a dead delivery again."""
    replay_delivery(delivery_id=delivery_id, actor=request.actor, at=clock.now())
    messages.success(request, _("Sự kiện sẽ được giao lại trong giây lát."))
    return redirect("outbox:events")
