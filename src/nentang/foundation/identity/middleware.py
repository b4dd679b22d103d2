"""Puts the actor behind every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from nentang.agreements.actor import ANONYMOUS


class ActorMiddleware:
    """Sets `request.actor`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = ANONYMOUS  # type: ignore[attr-defined]
        return self._get_response(request)
