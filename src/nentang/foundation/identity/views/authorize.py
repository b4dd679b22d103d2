"""OpenID Connect: where a person lets a program know who they are."""
# mypy: allow-subclassing-any, no-warn-return-any

from collections.abc import Callable
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode

from allauth.idp.oidc import views as oidc
from allauth.idp.oidc.forms import AuthorizationForm
from allauth.idp.oidc.internal.oauthlib.utils import respond_html_error
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    QueryDict,
)
from django.urls import reverse
from oauthlib.oauth2.rfc6749.errors import InvalidRequestFatalError

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity import actions
from nentang.foundation.identity.context import program_origin
from nentang.foundation.identity.enums import SignInMethod
from nentang.foundation.identity.queries import covering_consent
from nentang.foundation.identity.rules import LEVEL_TWO, demanded_level
from nentang.foundation.portal.public import PageRequest
from nentang.kernel import clock


class AuthorizeView(oidc.AuthorizationView):
    """allauth's, with PKCE for every client, remembered consent and the level that is asked for."""

    template_name = "identity/consent.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The consent page, or straight on to the program where consent is remembered."""
        if flaw := _flaw(request.GET):
            response = respond_html_error(request, error=InvalidRequestFatalError(flaw))
            response.status_code = 400
            return response
        if _is_silent(request) and request.user.is_authenticated:
            if not _is_remembered(request, request.GET.get("scope", "").split()):
                return _refuse(request)
            _forget_prompt(request)
        elif _should_step_up(request):
            return HttpResponseRedirect(
                f"{reverse('identity:step_up')}?{urlencode({'next': request.get_full_path()})}"
            )
        return super().get(request, *args, **kwargs)

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponseBase:
        """Ask, unless the person agreed before and the program does not want them asked again."""
        asked_to_ask = "consent" in self.request.GET.get("prompt", "").split()
        if not asked_to_ask and _is_remembered(self.request, self._scopes):
            form = AuthorizationForm(
                data={"scopes": self._scopes, "request": "remembered"},
                requested_scopes=self._scopes,
                user=self.request.user,
            )
            form.full_clean()
            return self.form_valid(form)
        response = super().render_to_response(context, **kwargs)
        origin = program_origin(self.request.META["QUERY_STRING"])
        response._csp_update = {"form-action": [origin] if origin else []}
        return response

    def form_valid(self, form: AuthorizationForm) -> HttpResponseBase:
        """Remember the consent, note the sign-in, and let the grant carry the level reached."""
        actor, at = self.request.actor, clock.now()
        scopes = form.cleaned_data["scopes"]
        client_id = self._request_info["client_id"]
        consent = actions.give_consent(client_id=client_id, scopes=scopes, actor=actor, at=at)
        actions.record_sign_in(
            account_id=actor.account_id,
            how=SignInMethod.PROGRAM,
            client=consent.client.name,
            success=True,
            at=at,
        )
        form.cleaned_data["scopes"] = [*scopes, LEVEL_TWO] if actor.assurance >= 2 else scopes
        return super().form_valid(form)


def with_signing_key(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Make the key that signs tokens before it is first needed."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        actions.ensure_signing_key(actor=SYSTEM, at=clock.now())
        return view(request, *args, **kwargs)

    return wrapped


def not_offered(request: HttpRequest) -> HttpResponseBase:
    """404: allauth looks up an address for the device flow, which is not offered here."""
    raise Http404


def _flaw(asked: QueryDict) -> str:
    """What makes a request unacceptable whoever sent it; empty where nothing does."""
    if LEVEL_TWO in asked.get("scope", "").split():
        return f"scope {LEVEL_TWO} is not for the asking: use acr_values"
    if not asked.get("code_challenge") or asked.get("code_challenge_method") != "S256":
        return "PKCE with code_challenge_method S256 is required"
    return ""


def _is_silent(request: HttpRequest) -> bool:
    return "none" in request.GET.get("prompt", "").split()


def _should_step_up(request: HttpRequest) -> bool:
    """Where the program asks for a level that the session lacks and the account can reach."""
    if not request.user.is_authenticated:
        return False
    wanted = demanded_level(request.GET.get("acr_values", ""))
    return _actor(request).assurance < wanted <= request.user.assurance_max


def _is_remembered(request: HttpRequest, scopes: list[str]) -> bool:
    client_id = request.GET.get("client_id", "")
    account_id = _actor(request).account_id
    return account_id is not None and covering_consent(account_id, client_id, scopes or ["openid"])


def _actor(request: HttpRequest) -> Actor:
    return cast(PageRequest, request).actor


def _refuse(request: HttpRequest) -> HttpResponseBase:
    """Tell the program that the person must be asked, at its registered address only."""
    if program_origin(request.META["QUERY_STRING"]) is None:
        return respond_html_error(request, error=InvalidRequestFatalError("redirect_uri"))
    answer = {"error": "consent_required", "state": request.GET.get("state", "")}
    response = HttpResponse(status=302)
    response["Location"] = f"{request.GET['redirect_uri']}?{urlencode(answer)}"
    return response


def _forget_prompt(request: HttpRequest) -> None:
    """Consent is remembered, so the request goes on as one that did not mind being asked."""
    asked = request.GET.copy()
    del asked["prompt"]
    request.META["QUERY_STRING"] = asked.urlencode()
    request.GET = asked  # type: ignore[assignment] # a copy may be written to


authorize = AuthorizeView.as_view()
jwks, token = with_signing_key(oidc.jwks), with_signing_key(oidc.token)
