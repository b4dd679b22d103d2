"""The JSON API: every app of the house that has an `api.py` brings its router."""

from http import HTTPStatus
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from nentang.foundation.portal.middleware import status_of
from nentang.kernel.errors import DomainError, Invalid

api = NinjaAPI(
    title="Nền Tảng",
    version="1",
    description="Everything a person or a program may do here, under the same actions as the pages. "
    "Errors are problem+json (RFC 9457) with a stable `code`.",
    docs_url="/docs",
    urls_namespace="api",
)


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """A problem+json answer (RFC 9457) with a stable code."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
    }
    return JsonResponse(
        body | {"detail": detail} | more, status=status, content_type="application/problem+json"
    )


@api.exception_handler(DomainError)
def _refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    more = {"fields": error.fields} if isinstance(error, Invalid) and error.fields else {}
    return problem(status_of(error), error.code, error.sentence, **more)


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields = {
        ".".join(str(part) for part in fault["loc"]): [fault["msg"]] for fault in error.errors
    }
    return problem(422, "api.malformed", "The request does not fit the description.", fields=fields)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(401, "api.not_signed_in", "Sign in, or send a bearer token.")


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, "api.refused", str(error))


for _app in settings.HOUSE:
    if find_spec(f"{_app}.api"):
        api.add_router("", import_module(f"{_app}.api").router, tags=[_app.rsplit(".", 1)[-1]])
