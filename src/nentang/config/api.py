"""The JSON API: every app of the house that has an `api.py` brings its router."""

from http import HTTPStatus
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI, Swagger
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.docs import ABS_TPL_PATH
from ninja.openapi.schema import OpenAPISchema
from ninja.throttling import BaseThrottle

from nentang.foundation.documents.public import FileTooLarge, FileTypeRefused
from nentang.foundation.identity.public import client_address
from nentang.foundation.portal.adapters.refusals import REFUSALS, UNREADABLE, note_refused
from nentang.foundation.portal.middleware import status_of
from nentang.foundation.portal.public import RETRY_AFTER, Pace, keep_pace, outage
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, Invalid, TooOften

CLOSER: dict[type[DomainError], int] = {FileTooLarge: 413, FileTypeRefused: 415}
PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "code", "detail"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "code": {"type": "string", "description": "Stable; programs decide by it"},
        "detail": {"type": "string", "description": "What to do, in the reader's language"},
        "fields": {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        },
    },
}


class OwnSwagger(Swagger):
    """The page that tries the API, from this installation's files: ninja is no app, to start later."""

    template_cdn = str(ABS_TPL_PATH / "swagger.html")


AS_FILE = 'attachment; filename="answer.json"'
PACE = Pace("api", calls=600, seconds=60)


class KeptPace(BaseThrottle):
    """Whoever asks faster than any person and any honest program is told to wait; reads too."""

    def allow_request(self, request: HttpRequest) -> bool:
        """True; TooManyTries beyond the pace of the account, or of the address of a stranger."""
        actor = getattr(request, "auth", None)
        account = getattr(actor, "account_id", None)
        key = f"account {account}" if account else f"address {client_address(request)}"
        keep_pace(PACE, key, at=clock.now())
        return True


class HouseApi(NinjaAPI):
    """An API whose description names the problems that each operation may answer with."""

    def create_response(self, *given: Any, **named: Any) -> HttpResponse:
        """The answer, which a browser that is led there keeps as a file and never shows as a page."""
        answer: HttpResponse = super().create_response(*given, **named)
        answer.headers.setdefault("Content-Disposition", AS_FILE)
        return answer

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        """The description, with its problems."""
        described = super().get_openapi_schema(**options)
        described["components"].setdefault("schemas", {})["Problem"] = PROBLEM
        for operations in described["paths"].values():
            for method, operation in operations.items():
                for parameter in operation.get("parameters", ()):
                    _left_out_rather_than_null(parameter["schema"])
                operation["responses"] |= {
                    status.value: _problem_answer(status) for status in _problems(method, operation)
                }
        return described


def _problems(method: str, operation: dict[str, Any]) -> set[HTTPStatus]:
    """What may go wrong with an operation."""
    takes_body = "requestBody" in operation
    takes_file = takes_body and "application/json" not in operation["requestBody"]["content"]
    is_closed = bool(operation.get("security"))
    when = {
        HTTPStatus.BAD_REQUEST: takes_body,
        HTTPStatus.UNAUTHORIZED: is_closed,
        HTTPStatus.FORBIDDEN: is_closed,
        HTTPStatus.NOT_FOUND: takes_body or is_closed or bool(operation.get("parameters")),
        HTTPStatus.CONFLICT: method != "get",
        HTTPStatus.UNPROCESSABLE_ENTITY: takes_body or bool(operation.get("parameters")),
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE: takes_file,
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE: takes_file,
        HTTPStatus.TOO_MANY_REQUESTS: True,
        HTTPStatus.SERVICE_UNAVAILABLE: takes_file,
    }
    return {status for status, may_be in when.items() if may_be}


def _left_out_rather_than_null(schema: dict[str, Any]) -> None:
    """An address has no null: whoever has no value for a parameter leaves it out."""
    values = [each for each in schema.pop("anyOf", ()) if each != {"type": "null"}]
    schema.update(*values) if len(values) < 2 else schema.update(anyOf=values)


def _problem_answer(status: HTTPStatus) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": status.phrase,
        "content": {"application/problem+json": {"schema": schema}},
    }


# Swagger draws its icons from data: addresses and styles some parts inline; nothing is loaded from elsewhere.
_for_docs = csp_replace({"style-src": [SELF, "'unsafe-inline'"], "script-src": [SELF]})

api = HouseApi(
    title="Nền Tảng",
    version="1",
    description="Everything a person or a program may do here, under the same actions as the pages. "
    "Errors are problem+json (RFC 9457) with a stable `code`.",
    docs=OwnSwagger({"persistAuthorization": False}),
    docs_url="/docs",
    docs_decorator=_for_docs,
    urls_namespace="api",
    throttle=KeptPace(),
)


def problem(status: int, code: str, detail: str, **more: Any) -> HttpResponse:
    """A problem+json answer (RFC 9457) with a stable code."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "code": code,
    }
    answer = JsonResponse(
        body | {"detail": detail} | more, status=status, content_type="application/problem+json"
    )
    answer["Content-Disposition"] = AS_FILE
    return answer


@api.exception_handler(DomainError)
def _refused(request: HttpRequest, error: DomainError) -> HttpResponse:
    note_refused(request, error)
    more = {"fields": error.fields} if isinstance(error, Invalid) and error.fields else {}
    status = CLOSER.get(type(error)) or status_of(error)
    answer = problem(status, error.code, error.sentence, **more)
    if isinstance(error, TooOften):
        answer["Retry-After"] = str(error.wait)
    return answer


@api.exception_handler(OperationalError)
@api.exception_handler(InterfaceError)
@api.exception_handler(OSError)
def _down(request: HttpRequest, error: Exception) -> HttpResponse:
    down = outage(error)
    if down is None:
        raise error
    answer = problem(503, down.code, down.sentence)
    answer["Retry-After"] = str(RETRY_AFTER)
    return answer


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields = {
        ".".join(str(part) for part in fault["loc"]): [fault["msg"]] for fault in error.errors
    }
    return problem(422, "api.malformed", _sentence(422), fields=fields)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(401, "api.not_signed_in", _sentence(401))


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    return problem(error.status_code, "api.refused", _sentence(error.status_code))


def _sentence(status: int) -> str:
    """What the page of that status is headed with, in the reader's language."""
    return f"{REFUSALS.get(status, UNREADABLE).title}."


for _app in settings.HOUSE:
    if find_spec(f"{_app}.api"):
        api.add_router("", import_module(f"{_app}.api").router, tags=[_app.rsplit(".", 1)[-1]])

urlpatterns = api.urls[0]
