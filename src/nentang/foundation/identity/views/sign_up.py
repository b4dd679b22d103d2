"""A person makes their own account."""

from allauth.core import ratelimit
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from nentang.foundation.identity import actions
from nentang.foundation.identity.forms.people import SignUpForm
from nentang.foundation.portal.public import PageRequest, for_everyone
from nentang.kernel import clock
from nentang.kernel.errors import Invalid


@sensitive_post_parameters("password")
@for_everyone
def sign_up(request: PageRequest) -> HttpResponseBase:
    """The same answer whether or not the number was known."""
    form = SignUpForm(request.POST or None)
    if request.method != "POST":
        return _page(request, form)
    limited: HttpResponse | None = ratelimit.consume_or_429(request, action="signup")
    if limited:
        return limited
    if not form.is_valid():
        return _page(request, form)
    try:
        actions.sign_up(**form.cleaned_data, at=clock.now())
    except Invalid as error:
        _explain(form, error)
        return _page(request, form)
    messages.success(
        request,
        _("Đã nhận. Nếu chưa có tài khoản, nay đã có: đăng nhập bằng số định danh cá nhân."),
    )
    return redirect("account_login")


def _page(request: PageRequest, form: SignUpForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "identity/sign_up.html", {"form": form}, status=status)


def _explain(form: SignUpForm, error: Invalid) -> None:
    if not error.fields:
        form.add_error(None, error.sentence)
    for field, sentences in error.fields.items():
        for sentence in sentences:
            form.add_error(field, sentence)
