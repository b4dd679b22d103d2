"""Several do the same thing at the same moment, each over a connection of their own, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.government.document_exchange.actions import (
    exchange_waiting,
    report_status,
    take_message,
)
from nentang.government.document_exchange.enums import StatusCode
from nentang.government.document_exchange.models import (
    Arrival,
    Consignment,
    Delivery,
    Envelope,
    ReceivedDocument,
)
from nentang.government.document_exchange.rules.edxml.signing import message_id
from tests.foundation.outbox.workers import shared_database

from .envelopes import document, make_signer, signed
from .factories import PROVINCE, make_axis, pdf, send
from .test_interface import connect_elsewhere

pytestmark = pytest.mark.django_db(transaction=True)
MANY = 5


def at_once(act: Callable[[int], Any]) -> list[Any]:
    """What each of them gave; all begin together."""
    start = Barrier(MANY)

    def run(number: int) -> Any:
        start.wait(20)
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(MANY) as threads:
        return [each.result(60) for each in [threads.submit(run, n) for n in range(MANY)]]


def test_a_message_that_comes_many_times_at_once_is_one_with_one_receipt(
    at: datetime, tmp_path: Path, settings: Settings
) -> None:
    settings.DEBUG = True  # plain http to nowhere
    make_axis(at)
    connect_elsewhere(at)
    content = signed(document(pdf()), make_signer())

    with shared_database(tmp_path):
        receipts = at_once(
            lambda _number: take_message(
                message_id=message_id(content), receiver_code=PROVINCE, content=content, at=at
            )
        )

        assert len(set(receipts)) == 1
        assert (Arrival.objects.count(), ReceivedDocument.objects.count()) == (1, 1)


def test_a_document_given_many_times_at_once_is_one(at: datetime, tmp_path: Path) -> None:
    axis = make_axis(at)

    with shared_database(tmp_path):
        made = at_once(lambda _number: send(axis, at).pk)

        assert len(set(made)) == 1
        assert (Consignment.objects.count(), Delivery.objects.count()) == (1, 1)


def test_many_workers_sign_and_deliver_each_document_once(at: datetime, tmp_path: Path) -> None:
    axis = make_axis(at)
    for number in range(6):
        send(axis, at, number=str(number))

    with shared_database(tmp_path):
        receipts = at_once(lambda _number: exchange_waiting(at=at))

        assert sum(receipts) == 6
        assert Envelope.objects.count() == 6
        assert ReceivedDocument.objects.count() == 6
        assert not Delivery.objects.exclude(state="delivered").exists()


def test_a_status_told_many_times_at_once_is_one(at: datetime, tmp_path: Path) -> None:
    axis = make_axis(at)
    send(axis, at)
    exchange_waiting(at=at)
    received = ReceivedDocument.objects.get()

    with shared_database(tmp_path):
        told = at_once(
            lambda _number: (
                report_status(
                    received_id=received.pk, status=StatusCode.REGISTERED, actor=SYSTEM, at=at
                ).pk
            )
        )

        assert len(set(told)) == 1
