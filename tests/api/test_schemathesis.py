"""The API does what its description says, whatever is sent: schemathesis over the WSGI application."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache as throttles
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import positive_data_acceptance

from nentang.config.api import api
from nentang.foundation.documents.public import ACCEPTED
from tests.government.services.factories import make_applicant, make_dossier, make_office

from .factories import make_token

Case = schemathesis.Case[Any]
AT = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)
# What fits in `answers` says the form of the procedure, and what is a file its content.
SAID_ELSEWHERE = {"POST /api/v1/dossiers", "POST /api/v1/files"}
for media_type in ACCEPTED:
    schemathesis.openapi.media_type(media_type, st.binary(max_size=200))
TOKEN = "a-token-of-the-test"


@cache
def handler() -> WSGIHandler:
    """The application, made when the first request comes and the static folder stands."""
    return WSGIHandler()


described = schemathesis.openapi.from_dict(json.loads(json.dumps(api.get_openapi_schema())))
described.app = lambda environ, start_response: handler()(environ, start_response)


@described.auth()
class Citizen:
    """Whoever submitted the one dossier, known by token."""

    def get(self, case: Case, context: schemathesis.AuthContext) -> str:
        return TOKEN

    def set(self, case: Case, data: str, context: schemathesis.AuthContext) -> None:
        case.headers["Authorization"] = f"Bearer {data}"


@pytest.fixture
def _one_connection() -> Iterator[None]:
    """A request leaves the connection of the test's transaction open, as in Django's own client."""
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)
    yield
    for signal in ends:
        signal.connect(close_old_connections)


@pytest.fixture
def _a_dossier(db: None, _one_connection: None) -> None:
    throttles.clear()
    citizen = make_applicant(at=AT)
    make_dossier(office=make_office(at=AT), applicant=citizen, at=AT)
    make_token(account_id=citizen.account_id or 0, at=AT, value=TOKEN)


@described.parametrize()
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@pytest.mark.usefixtures("_a_dossier")
def test_the_api_keeps_to_its_description(case: Case) -> None:
    depends = case.operation.label in SAID_ELSEWHERE
    case.call_and_validate(
        headers={"Accept-Encoding": "identity"},
        excluded_checks=[positive_data_acceptance] if depends else [],
    )
