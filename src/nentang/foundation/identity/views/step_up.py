"""From level 1 to level 2 inside a session."""

from typing import Any, TypeAlias, cast

from allauth.mfa.webauthn.forms import ReauthenticateWebAuthnForm
from allauth.mfa.webauthn.internal.auth import begin_authentication
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from nentang.foundation.identity.context import return_to_program, safe_next
from nentang.foundation.identity.forms.second_factors import OneTimeCodeAgainForm
from nentang.foundation.identity.models import Account
from nentang.foundation.identity.queries import second_factors
from nentang.foundation.portal.public import PageRequest

SecondFactorForm: TypeAlias = OneTimeCodeAgainForm | ReauthenticateWebAuthnForm


@return_to_program
def step_up(request: PageRequest) -> HttpResponseBase:
    """Ask for the second factor, then go on where the person came from (listeners rotate the session)."""
    onward = safe_next(request, reverse("identity:account"))
    if request.actor.assurance >= 2:
        return HttpResponseRedirect(onward)
    form = _form(request) if request.method == "POST" else None
    if form is not None and form.is_valid():
        form.save()
        return HttpResponseRedirect(onward)
    return _page(request, form, onward)


def _form(request: PageRequest) -> SecondFactorForm:
    kind = ReauthenticateWebAuthnForm if "credential" in request.POST else OneTimeCodeAgainForm
    return kind(user=request.user, data=request.POST)


def _page(request: PageRequest, form: SecondFactorForm | None, onward: str) -> HttpResponse:
    account = cast(Account, request.user)
    factors = second_factors(account.pk)
    context: dict[str, Any] = {
        "next": onward,
        "factors": factors,
        "account": account,
        "code_form": form if isinstance(form, OneTimeCodeAgainForm) else None,
        "refused": form if isinstance(form, ReauthenticateWebAuthnForm) else None,
    }
    context["code_form"] = context["code_form"] or OneTimeCodeAgainForm(user=account)
    if factors.passkeys:
        context["js_data"] = {"request_options": begin_authentication(account)}
    return render(request, "identity/step_up.html", context, status=422 if form else 200)
