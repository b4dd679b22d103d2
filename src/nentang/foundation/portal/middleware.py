"""The number of a request, its language, and a page with a sentence for every anticipated refusal."""

import logging
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from itertools import chain

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from nentang.kernel.errors import (
    Conflict,
    DomainError,
    Invalid,
    NotAllowed,
    NotFound,
    TooOften,
    Unavailable,
)
from nentang.kernel.text import whole_number

from .adapters.refusals import note_refused, refusal_page

STATUS: dict[type[DomainError], int] = {
    NotFound: 404,
    NotAllowed: 403,
    Conflict: 409,
    Invalid: 422,
    Unavailable: 503,
    TooOften: 429,
}
API = "/api/"
GetResponse = Callable[[HttpRequest], HttpResponse]
REQUEST_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
request_id: ContextVar[str] = ContextVar("request_id", default="-")


def status_of(error: DomainError) -> int:
    """The HTTP status that says what the error means."""
    return next((status for kind, status in STATUS.items() if isinstance(error, kind)), 400)


class RequestIdMiddleware:
    """Numbers a request (or keeps the proxy's number) for the log, the error page and the answer."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-Id", "")
        number = given if REQUEST_ID.fullmatch(given) else secrets.token_hex(6)
        request.request_id = number  # type: ignore[attr-defined] # every page may quote it
        token = request_id.set(number)
        try:
            response = self._get_response(request)
        finally:
            request_id.reset(token)
        response["X-Request-Id"] = number
        return response


class RequestIdFilter(logging.Filter):
    """Gives every log record the number of the request that it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        """True; sets `record.request_id`."""
        record.request_id = request_id.get()
        return True


class LanguageMiddleware:
    """Vietnamese unless the reader chose otherwise; what a borrowed phone is set to says nothing.

    Programs choose by Accept-Language.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_program = request.path.startswith(API)
        language = _asked_for(request) if is_program else _chosen(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self._get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Cookie", "Accept-Language") if is_program else ("Cookie",))
        return response


def _asked_for(request: HttpRequest) -> str:
    return translation.get_language_from_request(request)


def _chosen(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


class GateMiddleware:
    """What is turned away before anything reads it: a body larger than any form, a NUL in a cookie.

    A form's files go to the disk as they come, before any page may look at their size. The JSON
    interface reads no more of a body than it takes.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        for name in [name for name, value in request.COOKIES.items() if "\0" in value]:
            del request.COOKIES[name]
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """413 for more than a form may hold: some files of somebody signed in, one of a stranger."""
        told = whole_number(request.META.get("CONTENT_LENGTH") or "0")
        size = settings.REQUEST_MAX_BYTES + 1 if told is None else told
        if size <= settings.REQUEST_MAX_BYTES_OF_STRANGERS or request.path.startswith(API):
            return None
        is_taken = request.user.is_authenticated and size <= settings.REQUEST_MAX_BYTES
        return None if is_taken else refusal_page(request, status=413)


class RefusalMiddleware:
    """Pages only; the API translates to problem+json itself."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_view(self, request: HttpRequest, view: object, *_: object) -> HttpResponse | None:
        """Refuses the character NUL, which no keyboard types and PostgreSQL does not keep."""
        if request.path.startswith(API):
            return None  # it reads its input itself, and answers in its own way
        if getattr(view, "csrf_exempt", False):
            request.body  # noqa: B018 - kept whole before a form is read from it: signatures are over it
        values = (each for data in (request.GET, request.POST) for _, each in data.lists())
        typed = chain([request.path], *values)
        if any("\0" in text for text in typed):
            return refusal_page(request, status=400)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page for a DomainError, nothing for any other fault."""
        if not isinstance(error, DomainError):
            return None
        note_refused(request, error)
        return refusal_page(request, status=status_of(error), error=error)
