"""The desk of those who answer for security."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nentang.foundation.casework.public import timeline
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import Conflict, Invalid
from nentang.kernel.text import whole_number
from nentang.trust.watch.actions import decide_alarm, open_alarm
from nentang.trust.watch.enums import ROLE, Verdict
from nentang.trust.watch.queries import PAGE, alarms_at_desk


@require_safe
@for_officer(ROLE)
def alarms(request: PageRequest) -> HttpResponse:
    """Signs of attack, the latest first."""
    found = alarms_at_desk(request.actor, before_id=whole_number(request.GET.get("truoc", "")))
    more = found[PAGE - 1].pk if len(found) > PAGE else None
    return render(request, "watch/alarms.html", {"alarms": found[:PAGE], "more_before": more})


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(ROLE)
def alarm_page(request: PageRequest, code: str) -> HttpResponseBase:
    """One sign: what was seen, what it was."""
    if request.method == "POST":
        try:
            decide_alarm(
                code=code,
                verdict=request.POST.get("verdict", ""),
                finding=request.POST.get("finding", "")[:2000],
                actor=request.actor,
                at=clock.now(),
            )
        except (Conflict, Invalid) as refusal:
            return _show(request, code, error=refusal.sentence, status=422)
        messages.success(request, _("Đã ghi kết luận."))
        return redirect("watch:alarm", code)
    return _show(request, code)


def _show(request: PageRequest, code: str, *, error: str = "", status: int = 200) -> HttpResponse:
    alarm = open_alarm(code=code, actor=request.actor, at=clock.now())
    context = {
        "alarm": alarm,
        "case": alarm.case,
        "timeline": timeline(alarm.case) if alarm.case else [],
        "verdicts": Verdict.choices,
        "finding": request.POST.get("finding", ""),
        "error": error,
    }
    return render(request, "watch/alarm.html", context, status=status)
