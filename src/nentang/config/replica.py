"""Pages that only read ask the replica; whoever wrote asks the primary until the replica has caught up."""

from collections.abc import Callable
from contextvars import ContextVar
from time import monotonic
from typing import Any

from django.db import InterfaceError, OperationalError, connections, models
from django.http import HttpRequest, HttpResponse

PRIMARY, REPLICA = "default", "replica"
CATCHES_UP_IN = 10
"""Seconds within which a replica has what was written; a browser that wrote is kept from it so long."""

RESTS_FOR = 30
"""Seconds for which a replica that does not answer is not asked."""

WROTE = "vua_ghi"
ON_PRIMARY = {"sessions", "identity", "mfa", "account", "allauth_idp_oidc", "axes"}
"""Apps that are always asked at the primary: who somebody is and what they may must never be old."""

_rest = {"until": 0.0}
_may_ask_replica: ContextVar[bool] = ContextVar("may_ask_replica", default=False)


class Router:
    """The replica for reads of a request that has written nothing; the primary for all else."""

    def db_for_read(self, model: type[models.Model], **hints: Any) -> str:
        """Never the replica outside of requests: workers and commands follow what they wrote."""
        if not _may_ask_replica.get() or model._meta.app_label in ON_PRIMARY:
            return PRIMARY
        return PRIMARY if connections[PRIMARY].in_atomic_block else REPLICA

    def db_for_write(self, model: type[models.Model], **hints: Any) -> str:
        """The primary."""
        return PRIMARY

    def allow_relation(self, one: models.Model, other: models.Model, **hints: Any) -> bool:
        """Both hold the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """The replica gets its tables from the primary."""
        return db == PRIMARY


def _replica_answers() -> bool:
    """Whether it does; one that does not is let alone for a while, and the primary asked."""
    if monotonic() < _rest["until"]:
        return False
    replica = connections[REPLICA]
    try:
        replica.close_if_health_check_failed()
        replica.ensure_connection()
    except (OperationalError, InterfaceError):
        _rest["until"] = monotonic() + RESTS_FOR
        return False
    return True


class ReadingMiddleware:
    """Lets a GET ask the replica until it writes, unless its browser has just written."""

    def __init__(
        self,
        get_response: Callable[[HttpRequest], HttpResponse],
        *,
        answers: Callable[[], bool] = _replica_answers,
    ) -> None:
        self._get_response = get_response
        self._answers = answers

    def __call__(self, request: HttpRequest) -> HttpResponse:
        only_reads = request.method in ("GET", "HEAD")
        may_ask = only_reads and WROTE not in request.COOKIES and self._answers()
        token = _may_ask_replica.set(may_ask)
        try:
            with connections[PRIMARY].execute_wrapper(_notice_writes):
                response = self._get_response(request)
        finally:
            _may_ask_replica.reset(token)
        if not only_reads:
            response.set_cookie(
                WROTE, "1", max_age=CATCHES_UP_IN, secure=request.is_secure(), httponly=True,
                samesite="Lax",
            )  # fmt: skip
        return response


def _notice_writes(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    if not sql.startswith(("SELECT", "SAVEPOINT", "RELEASE")) or "FOR UPDATE" in sql:
        _may_ask_replica.set(False)
    return execute(sql, *rest)
