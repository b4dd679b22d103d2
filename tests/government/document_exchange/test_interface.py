"""The interface between installations: every message is answered with a signed receipt or a problem, nothing is lost."""

import base64
import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from msgspec.structs import replace
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.foundation.documents.public import FileTooLarge, FileTypeRefused, store_file
from nentang.foundation.documents.rules.media_types import BY_NAME
from nentang.government.document_exchange.actions import (
    close_installation,
    connect_installation,
    list_participant,
    revoke_certificate,
    trust_certificate,
)
from nentang.government.document_exchange.adapters.own_key import own_credential
from nentang.government.document_exchange.errors import (
    InstallationKnown,
    InstallationUnreadable,
    ParticipantKnown,
)
from nentang.government.document_exchange.models import (
    Arrival,
    Certificate,
    Participant,
    ReceivedDocument,
    RefusedInput,
    Upload,
)
from nentang.government.document_exchange.rules.edxml.parser import parse
from nentang.government.document_exchange.rules.edxml.read import read_message
from nentang.government.document_exchange.rules.edxml.signing import message_id, sign
from nentang.government.document_exchange.rules.edxml.values import (
    Attachment,
    AxisStatus,
    Business,
    Party,
    TraceStep,
)
from nentang.government.document_exchange.rules.edxml.verify import (
    TrustedCertificate,
    check_signature,
)
from nentang.government.document_exchange.rules.edxml.write import Unsigned, write_document
from nentang.government.document_exchange.rules.receipts import ReadReceipt, read_receipt
from nentang.government.document_exchange.rules.requests import signed_bytes
from nentang.kernel import clock

from .envelopes import AT, Outsider, attachment, document, make_signer, signed, status
from .factories import PROVINCE, Axis, make_axis, pdf

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/document-exchange"


@pytest.fixture
def axis(at: datetime, settings: Settings) -> Axis:
    """H42 is ours; H43 is spoken for by another installation."""
    settings.DEBUG = True
    clock.use(lambda: at)
    made = make_axis(at)
    connect_elsewhere(at)
    return made


def connect_elsewhere(at: datetime) -> None:
    """An installation that speaks for H43."""
    connect_installation(
        code="tinh-thu",
        name="Tỉnh Thử",
        url="http://127.0.0.1:9",
        certificate=make_signer().pem,
        actor=SYSTEM,
        at=at,
    )
    list_participant(code="H43", name="Tỉnh Thử", installation_code="tinh-thu", actor=SYSTEM, at=at)


def put(content: bytes, to: str = PROVINCE, *, name: str = "") -> Any:
    """The answer to a message."""
    address = f"{ROOT}/messages/{name or message_id(content)}?to={to}"
    return Client().put(address, content, content_type="application/xml")


def receipt(answer: Any, content: bytes) -> ReadReceipt:
    """What the receipt says, signed by this installation for this message."""
    assert answer.status_code == 200, answer.content
    root = parse(answer.content)
    own = own_credential()
    trusted = TrustedCertificate(own.der, AT - timedelta(days=1), AT + timedelta(days=1))
    check_signature(root, (trusted,), at=AT)
    said = read_message(root)
    assert isinstance(said, AxisStatus)
    read = read_receipt(said, message_id(content))
    assert read is not None
    return read


def test_a_message_from_elsewhere_is_taken_and_the_same_again_gets_the_same_receipt(
    axis: Axis,
) -> None:
    content = signed(document(pdf()))

    first, again = put(content), put(content, "000.00.00.H42")

    assert receipt(first, content).is_taken
    assert again.content == first.content
    received = ReceivedDocument.objects.get()
    assert received.document_id == "000.00.00.H43,2020/12/07,7/QĐ-UBND"
    assert received.files.get().file.size == len(pdf())
    assert Arrival.objects.count() == 1
    assert not RefusedInput.objects.exists()


def unsigned_with(old: str, new: str, *files: bytes) -> Unsigned:
    """A document with something in it that our own writer never writes."""
    unsigned = write_document(document(*files))
    changed = Unsigned(
        unsigned.before.decode().replace(old, new), unsigned.after.decode().replace(old, new)
    )
    assert (changed.before, changed.after) != (unsigned.before, unsigned.after)
    return changed


def signed_with(old: str, new: str, *files: bytes) -> bytes:
    """The same, signed all the same."""
    return sign(unsigned_with(old, new, *files), make_signer().signing)


def entities() -> bytes:
    """A billion laughs."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = signed(document()).decode()
    head, rest = text.split("\n", 1)
    doctype = f'<!DOCTYPE edXML [<!ENTITY l0 "ha">{levels}]>'
    return f"{head}\n{doctype}{rest.replace('Về việc thử', '&l9;')}".encode()


def nested() -> bytes:
    """Elements in elements, five hundred deep."""
    return signed(document()).replace(
        b"<edXML:edXMLBody>", b"<a>" * 500 + b"</a>" * 500 + b"<edXML:edXMLBody>"
    )


UNBELIEVED: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "message_unreadable"),
    "no XML": (lambda: b"%PDF-1.7 xin chao", "message_unreadable"),
    "half of it": (lambda: signed(document())[:900], "message_unreadable"),
    "another encoding": (
        lambda: signed(document()).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        "message_unreadable",
    ),
    "a comment within": (
        lambda: signed(document()).replace(b"000.00.00.H43<", b"000.00.00.H4<!-- -->3<"),
        "message_unreadable",
    ),
    "an instruction": (
        lambda: signed(document()).replace(b"<edXML:edXMLBody>", b"<?x y?><edXML:edXMLBody>"),
        "message_unreadable",
    ),
    "entities": (entities, "doctype_refused"),
    "a file of the machine": (
        lambda: (
            b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
        ),
        "doctype_refused",
    ),
    "nested": (nested, "message_unreadable"),
    "enormous": (lambda: b"<a>" + b"x" * 9_000_000 + b"</a>", "message_too_large"),
    "many elements": (
        lambda: signed(document()).replace(b"</edXML>", b"<a/>" * 30_000 + b"</edXML>"),
        "message_too_large",
    ),
    "another namespace": (
        lambda: signed(document()).replace(b"QCVN_102_2016", b"QCVN_102_2017"),
        "namespace_wrong",
    ),
    "no sender": (
        lambda: signed(document()).replace(b"edXML:From>", b"edXML:Von>"),
        "element_missing",
    ),
    "an unknown sender": (
        lambda: signed(document(sender=Party("H77", "Ai đó"))),
        "sender_unknown",
    ),
    "a sender of another form": (
        lambda: signed(document(sender=Party("ai-do", "Ai đó"))),
        "sender_unknown",
    ),
    "no signature": (
        lambda: write_document(document()).before + write_document(document()).after,
        "signature_missing",
    ),
    "another's key": (lambda: signed(document(), make_signer("somebody")), "certificate_unknown"),
    "another digest": (
        lambda: signed(document()).replace("Về việc thử".encode(), "Về việc giả".encode()),
        "signature_wrong",
    ),
    "sent tomorrow": (
        lambda: signed(document(trace=(TraceStep("H43", AT + timedelta(days=1)),))),
        "clock_in_future",
    ),
}


@pytest.mark.parametrize("kind", UNBELIEVED)
def test_what_cannot_be_believed_is_a_problem_with_a_code_and_is_kept(
    axis: Axis, kind: str
) -> None:
    make, code = UNBELIEVED[kind]
    content = make()

    answer = put(content)

    assert answer.status_code == 422, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == f"document_exchange.{code}"
    assert len(answer.json()["detail"]) > 20
    assert not Arrival.objects.exists()
    if len(content) <= 8 * 1024 * 1024:
        kept = RefusedInput.objects.get()
        assert (kept.code, kept.size) == (f"document_exchange.{code}", len(content))
        assert bytes(kept.head) == content[: 64 * 1024]
        put(content)
        kept.refresh_from_db()
        assert kept.times == 2


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "an element is missing": (
        lambda: signed_with("<edXML:Subject>Về việc thử</edXML:Subject>", ""),
        "element_missing",
    ),
    "an element twice": (
        lambda: signed_with(
            "<edXML:Subject>", "<edXML:Subject>Khác</edXML:Subject><edXML:Subject>"
        ),
        "element_wrong",
    ),
    "no day": (lambda: signed_with("2020/12/07<", "2020/13/07<"), "element_wrong"),
    "a kind nobody knows": (
        lambda: signed_with("BussinessDocType>0", "BussinessDocType>7"),
        "element_wrong",
    ),
    "a recall of nothing": (
        lambda: signed_with("BussinessDocType>0", "BussinessDocType>1"),
        "element_missing",
    ),
    "bad base64": (
        lambda: signed_with("<ContentTransferEncoded>", "<ContentTransferEncoded>*&amp;*", pdf()),
        "base64_wrong",
    ),
    "another file": (
        lambda: signed_with(
            base64.b64encode(pdf()).decode(), base64.b64encode(pdf("khác")).decode(), pdf()
        ),
        "attachment_wrong",
    ),
    "a file that is a program": (
        lambda: signed(document(b"MZ\x90\x00" + b"x" * 100)),
        "attachment_wrong",
    ),
    "a file without a name": (
        lambda: signed_with("AttachmentName>van-ban.pdf", "AttachmentName>", pdf()),
        "element_missing",
    ),
    "a status nobody knows": (lambda: signed(status(code="99")), "element_wrong"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_authentic_but_wrong_is_refused_with_the_standards_own_status(
    axis: Axis, kind: str
) -> None:
    make, code = REFUSED[kind]
    content = make()

    answer = put(content)

    read = receipt(answer, content)
    assert not read.is_taken
    assert read.reason.startswith(f"document_exchange.{code}: ")
    assert not ReceivedDocument.objects.exists()
    assert RefusedInput.objects.get().code == f"document_exchange.{code}"
    assert put(content).content == answer.content
    assert not Arrival.objects.get().is_taken


def test_a_receiver_that_takes_no_recalls_refuses_them(axis: Axis) -> None:
    put(signed(document()))
    Participant.objects.filter(code=PROVINCE).update(kinds=[0])
    content = signed(
        document(number="8", document_id="H43,2", business=Business(1, about_document_id="x"))
    )

    assert receipt(put(content), content).reason.startswith("document_exchange.kind_not_taken")


def test_an_identifier_that_another_document_has_is_refused(axis: Axis) -> None:
    put(signed(document()))
    content = signed(document(subject="Văn bản khác dưới cùng mã"))

    read = receipt(put(content), content)

    assert read.reason.startswith("document_exchange.document_id_reused")
    assert ReceivedDocument.objects.count() == 1


def test_nobody_here_and_nobody_at_all_are_problems(axis: Axis) -> None:
    content = signed(document())

    assert put(content, "H99").json()["code"] == "document_exchange.not_for_us"
    assert put(content, "H43").json()["code"] == "document_exchange.not_for_us"
    assert put(content, "??").status_code == 422


def test_what_may_be_right_later_is_a_conflict_and_nothing_is_kept(axis: Axis) -> None:
    about = signed(
        document(document_id="H43,3", business=Business(2, about_document_id="chưa tới"))
    )
    ahead = signed(document(attachments=(large(),)))

    answers = [put(about), put(ahead), put(signed(status())), put(ahead, name="0" * 64)]

    assert [a.status_code for a in answers] == [409] * 4
    assert [a.json()["code"].rpartition(".")[2] for a in answers] == [
        "nothing_that_was_sent",
        "attachments_missing",
        "nothing_that_was_sent",
        "digest_wrong",
    ]
    assert not Arrival.objects.exists()


def test_a_certificate_that_ended_or_was_revoked_signs_nothing(axis: Axis, at: datetime) -> None:
    content, newer = signed(document()), make_signer("newer")
    late = make_signer("late", 2015, 2020)
    trust_certificate(installation_code="tinh-thu", certificate=newer.pem, actor=SYSTEM, at=at)
    trust_certificate(installation_code="tinh-thu", certificate=late.pem, actor=SYSTEM, at=at)
    first = Certificate.objects.filter(installation__code="tinh-thu").earliest("pk")
    revoke_certificate(
        installation_code="tinh-thu", fingerprint=first.fingerprint, actor=SYSTEM, at=at
    )

    answers = [put(content), put(signed(document(), late))]

    assert [a.json()["code"] for a in answers] == ["document_exchange.certificate_expired"] * 2
    assert put(signed(document(), newer)).status_code == 200


def test_an_installation_that_is_closed_is_not_heard(axis: Axis, at: datetime) -> None:
    close_installation(code="tinh-thu", is_open=False, actor=SYSTEM, at=at)

    assert put(signed(document())).json()["code"] == "document_exchange.sender_unknown"


def test_connections_are_checked(axis: Axis, at: datetime) -> None:
    good = {"code": "khac", "name": "Khác", "url": "https://khac.vn", "actor": SYSTEM, "at": at}
    other = make_signer("other").pem

    for wrong in ({"code": "Ô"}, {"name": " "}, {"url": "ftp://x"}, {"certificate": "x"}):
        with pytest.raises(InstallationUnreadable):
            connect_installation(**{"certificate": other, **good, **wrong})
    with pytest.raises(InstallationKnown):
        connect_installation(certificate=make_signer().pem, **good)
    with pytest.raises(ParticipantKnown):
        list_participant(
            code=PROVINCE, name="Kẻ mạo danh", installation_code="tinh-thu", actor=SYSTEM, at=at
        )


LARGE = pdf("lớn", size=3_000_000)


def large() -> Attachment:
    """A file that comes ahead."""
    said = attachment(LARGE)
    return Attachment(said.sha256, said.size, said.media_type, said.name)


def ask(method: str, path: str, body: bytes = b"", by: Outsider | None = None, **more: Any) -> Any:
    """A request signed by the other installation."""
    from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
    from cryptography.hazmat.primitives.hashes import SHA256

    by = by or make_signer()
    timestamp = str(int(more.get("at", AT).timestamp()))
    content = signed_bytes(method, ROOT + path, timestamp, body)
    signature = base64.b64encode(by.signing.key.sign(content, PKCS1v15(), SHA256())).decode()
    return Client().generic(
        method,
        ROOT + more.get("sent_path", path),
        more.get("sent", body),
        content_type="application/octet-stream",
        headers={
            "Exchange-Certificate": hashlib.sha256(by.trusted.der).hexdigest(),
            "Exchange-Timestamp": timestamp,
            "Exchange-Signature": signature,
        },
    )


def test_a_large_file_comes_in_parts_goes_on_where_it_broke_and_is_named_by_a_message(
    axis: Axis,
) -> None:
    file = large()
    path = f"/files/{file.sha256}?size={file.size}"
    parts = [(0, LARGE[:1_000_000]), (1_000_000, LARGE[1_000_000:2_500_000])]

    received = [ask("PUT", f"{path}&offset={start}", part).json() for start, part in parts]
    gap = ask("PUT", f"{path}&offset=2600000", LARGE[2_600_000:])
    where = ask("GET", path).json()
    last = ask("PUT", f"{path}&offset=2500000", LARGE[2_500_000:]).json()
    content = signed(document(attachments=(file,)))

    assert received == [{"received": 1_000_000}, {"received": 2_500_000}]
    assert (gap.status_code, where) == (409, {"received": 2_500_000})
    assert last == {"received": file.size}
    assert receipt(put(content), content).is_taken
    assert ReceivedDocument.objects.get().files.get().file.sha256 == file.sha256


def test_a_file_that_is_not_what_it_was_called_begins_anew(axis: Axis) -> None:
    path = f"/files/{'0' * 64}?size=10&offset=0"

    answer = ask("PUT", path, b"0123456789")

    assert answer.json()["code"] == "document_exchange.attachment_wrong"
    assert ask("GET", f"/files/{'0' * 64}?size=10").json() == {"received": 0}
    too_large = ask("PUT", f"/files/{'1' * 64}?size=999999999999&offset=0", b"x")
    assert too_large.json()["code"] == FileTooLarge.code
    assert not Upload.objects.filter(finished_at__isnull=False).exists()


def test_only_a_connected_installation_that_signed_just_now_is_answered(axis: Axis) -> None:
    path = f"/proofs/{AT:%Y-%m-%d}?side=sent"

    assert ask("GET", path).status_code == 200
    refused = [
        ask("GET", path, by=make_signer("stranger")),
        ask("GET", path, at=AT - timedelta(minutes=6)),
        ask("GET", path, at=AT + timedelta(minutes=6)),
        ask("GET", path, sent_path=path.replace("sent", "received")),
        ask("PUT", f"/files/{'0' * 64}?size=9&offset=0", b"ab", sent=b"ac"),
        Client().get(ROOT + path),
    ]
    assert [each.status_code for each in refused] == [401] * 6


def test_an_installation_sees_the_days_of_its_own_bodies_only(axis: Axis) -> None:
    put(signed(document()))
    day = f"{AT:%Y-%m-%d}"

    pairs = ask("GET", f"/proofs/{day}?side=received").json()["pairs"]
    buckets = ask("GET", f"/proofs/{day}/H43/H42?side=received").json()["buckets"]
    foreign = ask("GET", f"/proofs/{day}/G99/H42?side=received")
    name = message_id(signed(document()))
    bucket = ask("GET", f"/proofs/{day}/H43/H42/{int(name[:2], 16)}?side=received").json()

    assert [(p["sender"], p["receiver"], p["count"]) for p in pairs] == [("H43", "H42", 1)]
    assert len(buckets) == 256
    assert foreign.status_code == 404
    assert bucket == {"messages": [{"id": name, "document": document().document_id}]}


def test_the_directory_tells_for_whom_we_speak(axis: Axis) -> None:
    told = ask("GET", "/participants").json()

    assert [each["code"] for each in told["participants"]] == ["G99", "H42"]
    assert ask("GET", "/participants?after=G99").json()["next"] == "H42"


def test_nobody_fills_the_base_with_junk(axis: Axis, monkeypatch: pytest.MonkeyPatch) -> None:
    from nentang.government.document_exchange.actions import _keep_refused

    monkeypatch.setattr(_keep_refused, "MOST_A_DAY", 3)
    for number in range(6):
        put(f"rác {number}".encode())

    assert RefusedInput.objects.count() == 3


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("don.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600),
        (
            "don.docx",
            b"PK\x03\x04" + b"0" * 26 + b"[Content_Types].xml" + b"x" * 60 + b"PK\x05\x06",
        ),
        (
            "don.odt",
            b"PK\x03\x04"
            + b"0" * 26
            + b"mimetypeapplication/vnd.oasis.opendocument.textPK"
            + b"PK\x05\x06",
        ),
    ],
)
def test_a_word_file_of_another_body_is_kept_to_be_downloaded_and_nobody_hands_one_in(
    name: str, content: bytes, axis: Axis, at: datetime
) -> None:
    attached = replace(attachment(content), name=name, media_type="application/octet-stream")
    assert put(signed(document(attachments=(attached,)))).status_code == 200

    file = ReceivedDocument.objects.get().files.get().file
    assert (file.filename, BY_NAME[file.media_type].shown_inline) == (name, False)
    with pytest.raises(FileTypeRefused):
        store_file(content=content, filename=name, actor=SYSTEM, at=at)
    wrong = replace(attachment(content), name="don.pdf")
    refused = document(attachments=(wrong,), document_id="000.00.00.H43,2020/12/07,8/QĐ-UBND")
    assert b"attachment_wrong" in put(signed(refused)).content
