"""Where one is signed in, and ending that."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nentang.foundation.identity.actions import end_other_sessions, end_session
from nentang.foundation.identity.adapters.sessions import stored_key
from nentang.foundation.identity.enums import SignInMethod
from nentang.foundation.identity.queries import open_sessions
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.kernel import clock

OTHERS = "khac"
WAYS = dict(SignInMethod.choices)


@require_http_methods(["GET", "HEAD", "POST"])
@for_person()
def my_sessions(request: PageRequest) -> HttpResponseBase:
    """Every browser in which the account is signed in; each can be ended, and all but this one."""
    here = stored_key(request.session.session_key or "")
    if request.method == "POST":
        return _end(request, request.POST.get("phien", ""), here)
    return _show(request, here)


def _end(request: PageRequest, number: str, here: str) -> HttpResponseBase:
    now = clock.now()
    if number == OTHERS:
        end_other_sessions(kept=here, actor=request.actor, at=now)
    else:
        end_session(number=number[:40], actor=request.actor, at=now)
    messages.success(request, _("Đã kết thúc. Máy đó phải đăng nhập lại."))
    return redirect("identity:my_sessions")


def _show(request: PageRequest, here: str) -> HttpResponse:
    sessions = [
        (each, WAYS.get(each.how, ""), each.number == here)
        for each in open_sessions(request.actor.account_id or 0, at=clock.now())
    ]
    context = {"sessions": sessions, "others": OTHERS}
    return render(request, "identity/my_sessions.html", context)
