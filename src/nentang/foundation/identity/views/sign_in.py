"""Signing in with a password, and with one click in a demo."""
# mypy: allow-subclassing-any

from typing import Any, cast

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import LoginView
from axes.decorators import axes_dispatch
from django.conf import settings
from django.contrib.auth import login as begin_session
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST

from nentang.foundation.identity.adapters.account import KNOWN_PASSWORD, ask_for_another_password
from nentang.foundation.identity.context import return_to_program
from nentang.foundation.identity.models import Account
from nentang.foundation.portal.public import PageRequest, for_everyone


@method_decorator(return_to_program, name="dispatch")
@method_decorator(axes_dispatch, name="dispatch")
class SignInView(LoginView):
    """Password, passkey, and in a demo the invented people to be."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Signed in; whose password is one that everybody knows is asked for another one first."""
        is_known = _is_known_everywhere(form.cleaned_data.get("password", ""), form.user)
        self.request.session[KNOWN_PASSWORD] = is_known
        response: HttpResponse = super().form_valid(form)
        if is_known and response.status_code == 302 and self.request.user.is_authenticated:
            return ask_for_another_password(self.request)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and whom one can be in a demo."""
        people = demo_accounts() if settings.DEMO else []
        return {**super().get_context_data(**kwargs), "demo_accounts": people}


def _is_known_everywhere(password: str, account: Account | None) -> bool:
    """Whether today's rules would refuse the password: too short, common, or like the name."""
    try:
        validate_password(password, account)
    except ValidationError:
        return True
    return False


sign_in = for_everyone(SignInView.as_view())


def demo_accounts() -> list[Account]:
    """Accounts of a demo that have a password, officers with what they do and where."""
    found = Account.objects.filter(is_active=True, person__isnull=False)
    named = found.exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    people = named.select_related("person").prefetch_related("appointments__organization")
    return list(people.order_by("pk")[:80])


@require_POST
@for_everyone
def demo_sign_in(request: PageRequest) -> HttpResponse:
    """Be one of the invented people, at the level verified for them; only in a demo."""
    if not settings.DEMO:
        raise Http404
    account = get_object_or_404(Account, pk=request.POST.get("account"), is_active=True)
    begin_session(request, account, backend=settings.AUTHENTICATION_BACKENDS[-1])
    for method in ("demo", "mfa")[: account.assurance_max]:
        record_authentication(request, account, method=method, type="demo")
    page = cast(HttpRequest, request)
    return HttpResponseRedirect(get_next_redirect_url(page) or settings.LOGIN_REDIRECT_URL)
