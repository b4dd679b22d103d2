"""Idempotency: the same key and body get the same answer, another body is refused."""

import json
from datetime import datetime, timedelta

import pytest
from django.test import Client

from nentang.economy.payments.actions import answer_once, forget_answers
from nentang.economy.payments.errors import KeyReused
from nentang.economy.payments.models import IdempotencyKey, PaymentRequest
from nentang.kernel import clock
from tests.foundation.identity.factories import make_account as make_login
from tests.foundation.identity.factories import make_appointment

from .factories import make_payee

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/payment-requests"


def test_the_second_time_nothing_is_done(at: datetime) -> None:
    done: list[int] = []

    def act() -> dict[str, int]:
        done.append(1)
        return {"done": len(done)}

    answers = [
        answer_once(scope="test", key="k1", body=b"same", answer=act, at=at) for _ in range(3)
    ]

    assert answers == [{"done": 1}] * 3
    assert done == [1]


def test_another_body_under_the_key_is_refused(at: datetime) -> None:
    answer_once(scope="test", key="k1", body=b"one", answer=dict, at=at)

    with pytest.raises(KeyReused):
        answer_once(scope="test", key="k1", body=b"two", answer=dict, at=at)


def test_what_failed_is_not_remembered(at: datetime) -> None:
    def fail() -> dict[str, int]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        answer_once(scope="test", key="k1", body=b"one", answer=fail, at=at)

    assert answer_once(scope="test", key="k1", body=b"one", answer=dict, at=at) == {}


def test_keys_are_forgotten_after_a_week(at: datetime) -> None:
    answer_once(scope="test", key="k1", body=b"one", answer=dict, at=at)

    assert forget_answers(at=at + timedelta(days=6)) == 0
    assert forget_answers(at=at + timedelta(days=8)) == 1
    assert not IdempotencyKey.objects.exists()


def test_a_program_asks_once_however_often_it_calls(client: Client, at: datetime) -> None:
    clock.use(lambda: at)
    payee = make_payee(at=at)
    clerk = make_login(at=at)
    make_appointment(at=at, account=clerk, organization_id=payee.pk)
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    order = {
        "reference": "A1",
        "amount": 16_000,
        "payee_organization_id": payee.pk,
        "description": "Cấp bản sao trích lục hộ tịch",
    }

    def post(key: str, **changes: object) -> tuple[int, dict[str, object]]:
        answer = client.post(
            ADDRESS,
            json.dumps({**order, **changes}),
            content_type="application/json",
            headers={"idempotency-key": key} if key else {},
        )
        return answer.status_code, answer.json()

    status, first = post("k1")
    assert (status, first["amount"]) == (200, 16_000)
    assert post("k1") == (200, first)
    assert post("k1", amount=17_000)[0] == 409
    assert post("k2") == (200, first)
    assert post("k3", amount=17_000)[1]["code"] == "payments.reference_taken"
    assert post("")[1]["code"] == "api.malformed"
    assert post("k4", amount=0)[0] == 422
    assert client.get(f"{ADDRESS}/{first['code']}").json() == first
    assert PaymentRequest.objects.count() == 1


def test_a_stranger_cannot_ask(client: Client) -> None:
    answer = client.post(ADDRESS, "{}", content_type="application/json")

    assert answer.status_code == 401
