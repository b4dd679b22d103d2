"""What a session says about who acts: the level it reached, the mandate chosen, where it returns."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode, urlsplit

from allauth.account.authentication import get_authentication_records
from allauth.idp.oidc.models import Client
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from nentang.agreements.actor import ANONYMOUS, Actor
from nentang.kernel import clock

from .enums import Assurance
from .errors import AccountNotFound, MandateNotInForce
from .models import Account
from .queries import actor_for_account, second_factors

MANDATE = "identity.mandate"
View = Callable[..., HttpResponseBase]


def actor_of(request: HttpRequest) -> Actor:
    """Who acts in this session now; nobody, without a query, where no one has signed in."""
    if not request.user.is_authenticated:
        return ANONYMOUS
    account = request.user
    level = session_assurance(request, account)
    mandate_id = request.session.get(MANDATE)
    try:
        return actor_for_account(account.pk, clock.now(), assurance=level, mandate_id=mandate_id)
    except MandateNotInForce:
        del request.session[MANDATE]
        return actor_for_account(account.pk, clock.now(), assurance=level)
    except AccountNotFound:
        return ANONYMOUS


def session_assurance(request: HttpRequest, account: Account) -> int:
    """Level 2 once a second factor was shown in this session, else 1."""
    records = get_authentication_records(request, account)
    second = any(record.get("method") == "mfa" for record in records)
    return Assurance.TWO if second else Assurance.ONE


def safe_next(request: HttpRequest, default: str) -> str:
    """Where `next` leads if that is a page of this site, else the default."""
    wanted = request.POST.get("next") or request.GET.get("next", "")
    here = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if here else default


def return_to_program(view: View) -> View:
    """Let the forms of this page end at the program that asked for the sign-in.

    Browsers apply `form-action` to the redirects after a form, and those lead back to the program
    that `next` names; only an address registered for it is let through.
    """

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        origin = program_origin(urlsplit(safe_next(request, "")).query)
        if origin:
            response._csp_update = {"form-action": [origin]}  # type: ignore[attr-defined] # django-csp reads it
        return response

    return wrapped


def program_origin(query: str) -> str | None:
    """The origin of the registered address to which an authorization request returns."""
    asked = QueryDict(query)
    client_id = asked.get("client_id", "").replace(
        "\0", ""
    )  # PostgreSQL does not even look for NUL
    client = Client.objects.filter(pk=client_id).first()
    address = asked.get("redirect_uri", "")
    if client is None or address not in client.get_redirect_uris():
        return None
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def second_factor_first(view: View) -> View:
    """Whoever knows only the password of an account with a second factor does not change factors."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        account = cast(Account, request.user)
        factors = second_factors(account.pk)
        if not factors.any or session_assurance(request, account) >= Assurance.TWO:
            return view(request, *args, **kwargs)
        name = "mfa_reauthenticate" if factors.one_time_code else "mfa_reauthenticate_webauthn"
        onward = urlencode({"next": request.get_full_path()})
        return HttpResponseRedirect(f"{reverse(name)}?{onward}")

    return wrapped
