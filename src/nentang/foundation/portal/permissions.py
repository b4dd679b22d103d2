"""Who a page is for. Every route declares one audience; a law test refuses a route without."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import resolve_url

from nentang.agreements.actor import Actor
from nentang.kernel.errors import NotAllowed

P = ParamSpec("P")


class PageRequest(HttpRequest):
    """A request after the middleware: somebody stands behind it."""

    actor: Actor
    htmx: bool


PageView = Callable[Concatenate[PageRequest, P], HttpResponseBase]
PlainView = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


class AudienceView(Protocol):
    """A view that says whom it is for."""

    audience: str


def for_everyone(view: PageView[P]) -> PlainView[P]:
    """Nobody needs to sign in."""
    return _declare(view, "everyone", lambda request: None)


def for_person(*, assurance: int = 1) -> Callable[[PageView[P]], PlainView[P]]:
    """Signed in, at least at that e-ID level; a lower level is asked to step up and comes back."""

    def guard(request: PageRequest) -> HttpResponseBase | None:
        if not request.actor.is_signed_in:
            return _first(request, str(settings.LOGIN_URL))
        if request.actor.assurance < assurance:
            return _first(request, "identity:step_up")
        return None

    return lambda view: _declare(view, f"person:{assurance}", guard)


def for_officer(*roles: str) -> Callable[[PageView[P]], PlainView[P]]:
    """Holding one of the roles today in any organisation (any role at all, if none is named)."""

    def guard(request: PageRequest) -> HttpResponseBase | None:
        if not request.actor.is_signed_in:
            return _first(request, str(settings.LOGIN_URL))
        if not (request.actor.has_role(*roles) if roles else request.actor.is_officer):
            raise NotAllowed
        return None

    return lambda view: _declare(view, "officer:" + ",".join(roles), guard)


def _declare(
    view: PageView[P], audience: str, guard: Callable[[PageRequest], HttpResponseBase | None]
) -> PlainView[P]:
    @wraps(view)
    def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        page = cast(PageRequest, request)
        return guard(page) or view(page, *args, **kwargs)

    cast(AudienceView, guarded).audience = audience
    return guarded


def _first(request: HttpRequest, to: str) -> HttpResponseRedirect:
    """Go there first, then come back here."""
    return HttpResponseRedirect(f"{resolve_url(to)}?{urlencode({'next': request.get_full_path()})}")
