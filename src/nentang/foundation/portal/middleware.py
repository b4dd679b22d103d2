"""Turns an anticipated refusal into a page with a sentence, once for the whole house."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from nentang.kernel.errors import Conflict, DomainError, Invalid, NotAllowed, NotFound, Unavailable

STATUS: dict[type[DomainError], int] = {
    NotFound: 404,
    NotAllowed: 403,
    Conflict: 409,
    Invalid: 422,
    Unavailable: 503,
}


def status_of(error: DomainError) -> int:
    """The HTTP status that says what the error means."""
    return next((status for kind, status in STATUS.items() if isinstance(error, kind)), 400)


class RefusalMiddleware:
    """Pages only; the API translates to problem+json itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for a DomainError, nothing for any other fault."""
        if not isinstance(error, DomainError):
            return None
        status = status_of(error)
        return render(
            request, "portal/refusal.html", {"error": error, "status": status}, status=status
        )
