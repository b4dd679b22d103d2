"""Who calls the API: a program with an access token, or a page with its session."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer
from ninja.utils import check_csrf

from nentang.agreements.actor import Actor
from nentang.foundation.identity.errors import AccountNotFound
from nentang.foundation.identity.queries import actor_for_token
from nentang.kernel import clock


def bearer_actor(request: HttpRequest, *scopes: str, at: datetime) -> Actor | None:
    """Who acts with the access token of this request; None without one that has all the scopes."""
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer":
        return None
    try:
        actor = actor_for_token(token.strip(), at)
    except AccountNotFound:
        return None
    return actor if actor and actor.scopes.issuperset(scopes) else None


class ApiAuth(HttpBearer):
    """For `auth=` of django-ninja: `request.auth` and `request.actor` become the Actor.

    An access token needs all the scopes named; a signed-in session needs the CSRF token instead.
    """

    def __init__(self, *scopes: str) -> None:
        super().__init__()
        self._scopes = scopes

    def __call__(self, request: HttpRequest) -> Actor | None:
        """The actor, or None (401)."""
        if "Authorization" in request.headers:
            return self.authenticate(request, "")
        actor: Actor = request.actor  # type: ignore[attr-defined] # set by ActorMiddleware
        if not actor.is_signed_in or check_csrf(request):
            return None
        return actor

    def authenticate(self, request: HttpRequest, token: str) -> Any | None:
        """The actor behind the access token."""
        actor = bearer_actor(request, *self._scopes, at=clock.now())
        if actor:
            request.actor = actor  # type: ignore[attr-defined] # the rest of the request sees it
        return actor
