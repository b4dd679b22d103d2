"""Hears of refusals: the answers 403 and 404 to somebody signed in who asked for what is not theirs."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from nentang.foundation.portal.public import was_refused
from nentang.kernel import clock

from .actions import note_refusal


class WatchMiddleware:
    """Notes each refusal of an action or a page by the account that met it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        if was_refused(request):
            actor = getattr(request, "actor", None)
            if actor is not None and actor.account_id is not None:
                note_refusal(account_id=actor.account_id, at=clock.now())
        return response
