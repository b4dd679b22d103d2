"""Error pages: never a traceback, always what to do next and a number to quote."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from nentang.foundation.portal.adapters.outages import RETRY_AFTER, outage
from nentang.foundation.portal.adapters.refusals import FORGED, refusal_page
from nentang.foundation.portal.errors import TooManyTries


def error_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not readable, or too large."""
    too_large = isinstance(exception, RequestDataTooBig)
    return refusal_page(request, status=413 if too_large else 400)


def error_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """You may not see this."""
    return refusal_page(request, status=403)


def error_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page."""
    return refusal_page(request, status=404)


def error_429(request: HttpRequest) -> HttpResponse:
    """Too often; a library's limit does not tell when it ends, so this is the longest of them."""
    return refusal_page(request, status=429, error=TooManyTries(wait=300))


def error_500(request: HttpRequest) -> HttpResponse:
    """A fault of ours, or an outage: a page that needs neither database nor session."""
    down = outage(sys.exc_info()[1])
    number = getattr(request, "request_id", "")
    page = render_to_string("portal/failure.html", {"request_id": number, "outage": down})
    answer = HttpResponse(page, status=503 if down else 500)
    if down:
        answer["Retry-After"] = str(RETRY_AFTER)
    return answer


def refused_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token (the page stood open too long, or another site sent it)."""
    return refusal_page(request, status=403, refusal=FORGED)
