"""Puts the actor behind every request."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse

from nentang.agreements.actor import ANONYMOUS, Actor

from .context import actor_of


class ActorMiddleware:
    """Gives requests an `actor`, worked out when somebody first asks for it.

    The request's class is swapped for one with a cached property: unlike a lazy proxy that is a
    real Actor for `msgspec.structs.replace`, `match` and mypy, and pages that never ask cost nothing.

    What is shown to somebody signed in stays in no browser's store: the next at a counter or in a
    shop presses «back» in vain. A view may say otherwise by a `Cache-Control` of its own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.__class__ = _acting(type(request))
        response = self._get_response(request)
        if request.__dict__.get("actor", ANONYMOUS).is_signed_in:
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response


class _Acting:
    @cached_property
    def actor(self: Any) -> Actor:
        """Who stands behind this request."""
        return actor_of(self)


_classes: dict[type[HttpRequest], type[HttpRequest]] = {}


def _acting(kind: type[HttpRequest]) -> type[HttpRequest]:
    if kind not in _classes:
        _classes[kind] = type(kind.__name__, (_Acting, kind), {})
    return _classes[kind]
