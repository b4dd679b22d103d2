"""Two bodies of one installation send each other documents over the very path that leads elsewhere."""

from datetime import datetime, timedelta

import pytest
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM, Actor, ActorKind, Role
from nentang.foundation.documents.errors import FileNotFound
from nentang.foundation.facts.public import fact_rows
from nentang.government.document_exchange.actions import (
    ask_back,
    exchange_waiting,
    note_paper_document,
    prove_days,
    report_status,
    send_document,
)
from nentang.government.document_exchange.enums import (
    BusinessKind,
    DeliveryState,
    Secrecy,
    StatusCode,
)
from nentang.government.document_exchange.errors import (
    DocumentIdTaken,
    DocumentMayNotTravel,
    DocumentUnreadable,
    KeyUsedForAnother,
    NothingToChange,
    NotYourBody,
    ReceiverUnknown,
    SenderNotJoined,
    StatusNotPossible,
)
from nentang.government.document_exchange.models import (
    Arrival,
    Consignment,
    DayProof,
    Delivery,
    ReceivedDocument,
    StatusHeard,
)
from nentang.government.document_exchange.queries import (
    deliveries_of,
    received_document,
    search_receivers,
)
from nentang.government.document_exchange.rules.outgoing import Attached
from tests.foundation.organizations.factories import make_organization, make_unit

from .factories import MINISTRY, PROVINCE, Axis, letter, make_axis, make_file, pdf, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def axis(at: datetime) -> Axis:
    return make_axis(at)


def the_received() -> ReceivedDocument:
    return ReceivedDocument.objects.latest("pk")


def test_a_document_arrives_as_it_was_sent_and_a_receipt_comes_back(
    axis: Axis, at: datetime
) -> None:
    file = make_file(at, pdf("nội dung"))

    sent = send(axis, at, attachments=(Attached(file.pk, "Toàn văn"),), to_places=("Như trên",))
    assert exchange_waiting(at=at) == 1

    came = received_document(the_received().pk)
    assert came.document_id == sent.document_id == "000.00.00.H42,2020/12/07,12/QĐ-UBND"
    assert came.organization_id == axis.ministry.pk
    assert (came.sender_code, came.number, came.notation) == (PROVINCE, "12", "QĐ-UBND")
    assert came.subject == "Về việc thử <liên thông> & gửi nhận"
    assert came.signer.full_name == "Lê Thị Mẫu"
    assert [(f.name, f.description) for f in came.files] == [("van-ban.pdf", "Toàn văn")]
    (delivery,) = deliveries_of(sent.pk)
    assert (delivery.state, delivery.status_code) == (DeliveryState.DELIVERED, StatusCode.ARRIVED)
    assert exchange_waiting(at=at + timedelta(days=1)) == 0


def test_the_same_key_sends_once_and_another_document_under_it_is_refused(
    axis: Axis, at: datetime
) -> None:
    first = send(axis, at)

    assert send(axis, at).pk == first.pk
    with pytest.raises(KeyUsedForAnother):
        send_document(
            document=letter(axis.province.pk, number="13"),
            idempotency_key="key-12-0",
            actor=SYSTEM,
            at=at,
        )
    with pytest.raises(DocumentIdTaken):
        send_document(
            document=letter(axis.province.pk), idempotency_key="khác", actor=SYSTEM, at=at
        )
    assert Delivery.objects.count() == 1


def test_one_consignment_goes_to_many_each_once(axis: Axis, at: datetime) -> None:
    unit = make_unit("97", "Tỉnh Thử")
    third = make_organization(at=at, code="H43", unit=unit)
    from nentang.government.document_exchange.actions import join_axis

    join_axis(organization_id=third.pk, actor=SYSTEM, at=at)

    sent = send(axis, at, MINISTRY, "000.00.00.H43", "H43")
    exchange_waiting(at=at)

    assert {d.receiver_code for d in deliveries_of(sent.pk)} == {MINISTRY, "H43"}
    assert ReceivedDocument.objects.count() == 2
    assert Arrival.objects.values("message_id").distinct().count() == 1


@pytest.mark.parametrize("level", [Secrecy.SECRET, Secrecy.TOP_SECRET, Secrecy.UTMOST_SECRET])
def test_state_secrets_do_not_travel(axis: Axis, at: datetime, level: Secrecy) -> None:
    with pytest.raises(DocumentMayNotTravel, match="độ mật"):
        send(axis, at, secrecy=level)

    assert not Consignment.objects.exists()


def test_nobodys_file_leaves_with_anothers_document(axis: Axis, at: datetime) -> None:
    officer = Actor(kind=ActorKind.OFFICER, roles=(Role("clerk", axis.province.pk),))
    paper = make_file(at, name="cua-nguoi-khac.pdf")

    with pytest.raises(FileNotFound):
        send_document(
            document=letter(axis.province.pk, attachments=(Attached(paper.pk),)),
            idempotency_key="k",
            actor=officer,
            at=at,
        )

    assert not Consignment.objects.exists()


def test_what_cannot_be_sent_is_refused_before_anything_is_kept(axis: Axis, at: datetime) -> None:
    stranger = Actor(kind=ActorKind.OFFICER, roles=(Role("clerk", axis.ministry.pk),))
    alone = make_organization(at=at, code="H44", unit=make_unit("96", "Tỉnh Lẻ"))

    with pytest.raises(ReceiverUnknown):
        send(axis, at, "H99")
    with pytest.raises(ReceiverUnknown):
        send(axis, at, "không phải mã")
    with pytest.raises(DocumentUnreadable):
        send(axis, at, subject=" ")
    with pytest.raises(NothingToChange):
        send(axis, at, kind=BusinessKind.RECALL, about_document_id="000.00.00.H42,2020/01/01,1/X")
    with pytest.raises(NotYourBody):
        send_document(document=letter(axis.province.pk), idempotency_key="k", actor=stranger, at=at)
    with pytest.raises(SenderNotJoined):
        send_document(document=letter(alone.pk), idempotency_key="k", actor=SYSTEM, at=at)
    assert not Consignment.objects.exists()


def test_statuses_go_back_in_order_and_registering_is_measured(axis: Axis, at: datetime) -> None:
    sent = send(axis, at)
    exchange_waiting(at=at)
    received = the_received()
    later = at + timedelta(minutes=90)

    with pytest.raises(StatusNotPossible):
        report_status(received_id=received.pk, status=StatusCode.COMPLETED, actor=SYSTEM, at=at)
    told = report_status(
        received_id=received.pk,
        status=StatusCode.REGISTERED,
        note="Số đến 7",
        actor=SYSTEM,
        at=later,
    )
    again = report_status(
        received_id=received.pk, status=StatusCode.REGISTERED, actor=SYSTEM, at=later
    )
    exchange_waiting(at=later)
    for status in (StatusCode.ASSIGNED, StatusCode.IN_PROCESS, StatusCode.COMPLETED):
        later += timedelta(hours=1)
        report_status(received_id=received.pk, status=status, actor=SYSTEM, at=later)
        exchange_waiting(at=later)

    assert again.pk == told.pk
    (delivery,) = deliveries_of(sent.pk)
    assert delivery.status_code == StatusCode.COMPLETED
    assert [s.code for s in StatusHeard.objects.order_by("pk")] == ["03", "04", "05", "06"]
    (fact,) = fact_rows("document_exchange.document_registered")
    assert fact.payload["minutes"] == 90


def test_a_recall_is_asked_and_answered(axis: Axis, at: datetime) -> None:
    sent = send(axis, at)
    exchange_waiting(at=at)
    recall = send(
        axis,
        at,
        number="14",
        kind=BusinessKind.RECALL,
        about_document_id=sent.document_id,
        reason="Sai",
    )
    exchange_waiting(at=at)

    asked = received_document(the_received().pk)
    assert (asked.kind, asked.about_document_id, asked.reason) == (
        BusinessKind.RECALL,
        sent.document_id,
        "Sai",
    )
    report_status(received_id=asked.id, status=StatusCode.CHANGE_AGREED, actor=SYSTEM, at=at)
    exchange_waiting(at=at)

    assert [d.status_code for d in deliveries_of(recall.pk)] == [StatusCode.CHANGE_AGREED]
    with pytest.raises(StatusNotPossible):
        report_status(received_id=asked.id, status=StatusCode.CHANGE_REFUSED, actor=SYSTEM, at=at)


def test_a_replacement_names_what_it_replaces(axis: Axis, at: datetime) -> None:
    sent = send(axis, at)
    exchange_waiting(at=at)
    send(axis, at, number="15", kind=BusinessKind.REPLACE, about_document_id=sent.document_id)
    exchange_waiting(at=at)

    assert received_document(the_received().pk).about_document_id == sent.document_id


def test_a_sender_may_ask_for_a_document_back(axis: Axis, at: datetime) -> None:
    sent = send(axis, at)
    exchange_waiting(at=at)

    first = ask_back(consignment_id=sent.pk, reason="Gửi nhầm", actor=SYSTEM, at=at)
    assert ask_back(consignment_id=sent.pk, reason="Gửi nhầm", actor=SYSTEM, at=at).pk == first.pk
    exchange_waiting(at=at)

    received = the_received()
    assert received.taken_back_at == at
    report_status(received_id=received.pk, status=StatusCode.CHANGE_REFUSED, actor=SYSTEM, at=at)
    exchange_waiting(at=at)
    assert [d.status_code for d in deliveries_of(sent.pk)] == [StatusCode.CHANGE_REFUSED]


def test_a_large_file_comes_ahead_in_parts(axis: Axis, at: datetime, settings: Settings) -> None:
    settings.DOCUMENTS_MAX_BYTES = 20 * 1024 * 1024
    content = pdf("lớn", size=9 * 1024 * 1024)
    file = make_file(at, content, "ban-do.pdf")

    sent = send(axis, at, attachments=(Attached(file.pk),))
    exchange_waiting(at=at)

    envelope = Consignment.objects.get(pk=sent.pk).envelope
    assert envelope is not None
    assert len(envelope.content) < 10_000
    assert [f.file_id for f in received_document(the_received().pk).files] != [file.pk]
    stored = the_received().files.get().file
    assert (stored.sha256, stored.size) == (file.sha256, len(content))


def test_both_sides_of_a_day_are_equal_until_one_has_lost_something(
    axis: Axis, at: datetime
) -> None:
    for number in range(5):
        send(axis, at, number=str(number))
    exchange_waiting(at=at)

    prove_days(at=at)
    proof = DayProof.objects.get()
    assert (proof.our_count, proof.their_count, proof.is_equal) == (5, 5, True)

    lost = Arrival.objects.get(document_id__contains=",3/")
    lost.document.delete()
    lost.delete()
    prove_days(at=at)
    proof.refresh_from_db()
    (difference,) = proof.differences.all()
    assert not proof.is_equal
    assert (difference.document_id, difference.is_here, difference.is_explained) == (
        "000.00.00.H42,2020/12/07,3/QĐ-UBND",
        True,
        False,
    )


def test_what_goes_on_paper_counts_against_the_share_of_electronic_documents(
    axis: Axis, at: datetime
) -> None:
    send(axis, at)
    send(axis, at, number="13", goes_on_paper_too=True)
    note_paper_document(organization_id=axis.province.pk, actor=SYSTEM, at=at)

    sent = [f.payload["is_electronic"] for f in fact_rows("document_exchange.document_sent")]
    assert sorted(sent) == [False, False, True]


def test_the_directory_is_searched_by_name_without_marks_and_by_either_code(
    axis: Axis, at: datetime
) -> None:
    assert [r.code for r in search_receivers("bo thu")] == [MINISTRY]
    assert [r.code for r in search_receivers("000.00.00.H42")] == [PROVINCE]
    assert [r.code_qcvn102 for r in search_receivers("h42")] == ["000.00.00.H42"]
    assert not search_receivers("khong co")
