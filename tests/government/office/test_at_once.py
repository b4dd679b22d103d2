"""Several press at the same moment, and processes that are killed: no number twice, none lost, nothing sent twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.errors import ChangedMeanwhile, StepNotPossible
from nentang.foundation.documents.actions import sign_document
from nentang.foundation.documents.adapters.press import letterhead_of, sheet_of, signed_paper
from nentang.foundation.outbox.public import run_until_quiet
from nentang.government.office import actions
from nentang.government.office.enums import Channel, Delivery, NumberingWay
from nentang.government.office.models import (
    IncomingDocument,
    OutgoingDocument,
    SeriesCounter,
)
from nentang.government.office.rules.draft import Arrival, Line
from nentang.kernel.clock import legal_day
from tests.foundation.outbox.workers import KilledAt, end_of, fork, shared_database

from .factories import drafted, entered, initialled, issued, make_places, signed

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """What each act gave or refused; all begin together, each over a connection of its own."""
    start = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        start.wait(20)
        try:
            return act()
        except (ChangedMeanwhile, StepNotPossible) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [future.result(120) for future in [threads.submit(run, act) for act in acts]]


@pytest.mark.parametrize("way", list(NumberingWay))
def test_documents_issued_at_once_get_numbers_without_gap(
    at: datetime, tmp_path: Path, way: NumberingWay
) -> None:
    commune, _ = make_places(at=at)
    actions.set_notation(
        organization_id=commune.body.pk,
        notation="UBND",
        numbering=way,
        actor=commune.document_clerk,
        at=at,
    )
    codes = [signed(commune, at, type_code=kind).code for kind in ("QD", "TB") * 4]

    with shared_database(tmp_path):
        made = at_once(
            [
                lambda code=code: actions.issue_outgoing(
                    code=code, actor=commune.document_clerk, at=at
                )
                for code in codes
            ]
        )

    serials = sorted((each.series, each.serial) for each in made)
    if way is NumberingWay.ONE_SERIES:
        assert serials == [("*", number) for number in range(1, 9)]
    else:
        assert serials == [(kind, number) for kind in ("QD", "TB") for number in range(1, 5)]


def test_a_document_issued_by_many_at_once_uses_one_number(at: datetime, tmp_path: Path) -> None:
    commune, _ = make_places(at=at)
    code = signed(commune, at).code

    with shared_database(tmp_path):
        made = at_once(
            [lambda: actions.issue_outgoing(code=code, actor=commune.document_clerk, at=at)] * 5
        )
        next_one = issued(commune, at)

    assert len([each for each in made if isinstance(each, OutgoingDocument)]) == 1
    assert next_one.number == "02/QĐ-UBND"


def test_of_signing_and_returning_at_once_one_happens(at: datetime, tmp_path: Path) -> None:
    commune, _ = make_places(at=at)
    code = initialled(commune, at).code

    with shared_database(tmp_path):
        made = at_once(
            [
                lambda: actions.sign_outgoing(code=code, actor=commune.leader, at=at),
                lambda: actions.return_document(
                    code=code, reason="Sửa căn cứ", actor=commune.head, at=at
                ),
            ]
        )
        document = OutgoingDocument.objects.select_related("case").get(code=code)
        # the second may well come after the first; never does a signature stand on a draft
        is_signed = document.signed_at is not None
        assert is_signed == (document.case.state == "registering")

    assert any(isinstance(each, OutgoingDocument) for each in made)


def test_paper_documents_entered_at_once_stand_in_the_book_without_gap(
    at: datetime, tmp_path: Path
) -> None:
    commune, _ = make_places(at=at)

    with shared_database(tmp_path):
        made = at_once([lambda: entered(commune, at)] * 6)

    assert sorted(each.book_number for each in made) == list(range(1, 7))


def test_a_delivery_that_comes_many_times_at_once_is_one_document(
    at: datetime, tmp_path: Path
) -> None:
    commune, _ = make_places(at=at)

    def bring() -> IncomingDocument:
        return actions.take_in_document(
            organization_id=commune.body.pk,
            arrival=Arrival("Sở Mẫu", "Việc mẫu", "Công văn"),
            channel=Channel.AXIS,
            origin="axis:7",
            actor=SYSTEM,
            at=at,
        )

    with shared_database(tmp_path):
        made = at_once([bring] * 5)
        assert len({each.pk for each in made}) == 1
        assert IncomingDocument.objects.count() == 1
        assert SeriesCounter.objects.get(series="#DEN").last == 1


def test_a_draft_begun_many_times_at_once_by_one_key_is_one(at: datetime, tmp_path: Path) -> None:
    commune, _ = make_places(at=at)

    with shared_database(tmp_path):
        made = at_once([lambda: drafted(commune, at, key="một")] * 5)
        assert len({each.pk for each in made}) == 1
        assert OutgoingDocument.objects.count() == 1


@pytest.mark.parametrize("number", [2, 9, 20, 40])
@pytest.mark.parametrize("after", [False, True])
def test_a_worker_killed_while_it_signs_and_sends_leaves_one_signed_paper_sent_once(
    at: datetime, tmp_path: Path, number: int, after: bool
) -> None:
    commune, district = make_places(at=at)
    document = issued(commune, at, recipients=(Line(district.body.name, district.body.pk),))
    assert document.paper is not None
    head = letterhead_of(commune.body.pk, legal_day(at))
    made = signed_paper(sheet_of(document.paper, head, at=at))

    with shared_database(tmp_path):

        def work() -> None:
            with connection.execute_wrapper(KilledAt(number, after=after)):
                sign_document(document_id=document.paper_id or 0, at=at, paper=made)
                actions.send_outgoing(document_id=document.pk, at=at)

        end_of(fork(work))
        run_until_quiet(at=at)
        document.refresh_from_db()

        assert document.number == "01/QĐ-UBND"
        assert document.paper.state == "signed"
        assert document.recipients.get().delivery == Delivery.SENT
        assert IncomingDocument.objects.get().number == "01/QĐ-UBND"


@pytest.mark.parametrize("number", [3, 12, 20])
def test_a_clerks_server_killed_while_it_numbers_loses_no_number(
    at: datetime, tmp_path: Path, number: int
) -> None:
    commune, _ = make_places(at=at)
    code = signed(commune, at).code

    with shared_database(tmp_path):

        def work() -> None:
            with connection.execute_wrapper(KilledAt(number, after=True)):
                actions.issue_outgoing(code=code, actor=commune.document_clerk, at=at)

        end_of(fork(work))
        document = OutgoingDocument.objects.get(code=code)
        if not document.serial:
            actions.issue_outgoing(code=code, actor=commune.document_clerk, at=at)

        assert OutgoingDocument.objects.get(code=code).number == "01/QĐ-UBND"
        assert issued(commune, at).number == "02/QĐ-UBND"
