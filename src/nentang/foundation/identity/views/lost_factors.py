"""At the counter: somebody lost their phone or key. One officer asks, another decides."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nentang.foundation.identity import actions, queries
from nentang.foundation.identity.errors import AccountNotFound
from nentang.foundation.identity.forms.people import VerifyForm
from nentang.foundation.identity.permissions import COUNTER
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import fold, whole_number

TAKE_OFF = "bo"


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(*COUNTER)
def lost_factors(request: PageRequest) -> HttpResponseBase:
    """What waits for a second pair of eyes, and asking for another."""
    if request.method == "POST" and (number := whole_number(request.POST.get("yeu-cau", ""))):
        return _decide(request, number)
    form = VerifyForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _ask(request, form):
        messages.success(request, _("Đã ghi. Một cán bộ khác của cơ quan xem rồi quyết định."))
        return redirect("identity:lost_factors")
    return _show(request, form)


def _show(request: PageRequest, form: VerifyForm) -> HttpResponse:
    context = {"form": form, "resets": queries.waiting_resets(request.actor), "take_off": TAKE_OFF}
    status = 422 if form.errors else 200
    return render(request, "identity/lost_factors.html", context, status=status)


def _decide(request: PageRequest, number: int) -> HttpResponseBase:
    grant = request.POST.get("lam") == TAKE_OFF
    actions.decide_factor_reset(reset_id=number, grant=grant, actor=request.actor, at=clock.now())
    messages.success(
        request,
        _("Đã bỏ. Người đó đăng nhập bằng mật khẩu rồi đặt cách xác nhận mới.")
        if grant
        else _("Đã từ chối."),
    )
    return redirect("identity:lost_factors")


def _ask(request: PageRequest, form: VerifyForm) -> bool:
    entered = form.cleaned_data
    try:
        account = queries.account_of(entered["number"])
        if account is None or fold(account.display_name) != fold(entered["full_name"]):
            raise AccountNotFound
        actions.ask_factor_reset(
            account_id=account.pk,
            organization_id=request.actor.organizations(*COUNTER)[0],
            basis=entered["basis"],
            actor=request.actor,
            at=clock.now(),
        )
    except DomainError as error:
        form.add_error(None, error.sentence)
        return False
    return True
