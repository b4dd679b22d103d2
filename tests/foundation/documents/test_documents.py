"""Issued documents: printed, signed, verified, revoked; nobody can change one unseen."""

import io
import re
import subprocess
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from django.test import Client
from pytest_django import Settings

from nentang.foundation.audit.public import looks_at_person
from nentang.foundation.documents.actions import issue_document, revoke_document, sign_document
from nentang.foundation.documents.adapters import shelf
from nentang.foundation.documents.adapters.authority import (
    SigningParty,
    authority,
    credential_of,
)
from nentang.foundation.documents.adapters.signature_check import check_signature
from nentang.foundation.documents.enums import DocumentState, FileVerdict
from nentang.foundation.documents.errors import (
    DocumentNotFound,
    DocumentNotInForce,
    ReasonMissing,
)
from nentang.foundation.documents.models import IssuedDocument
from nentang.foundation.documents.permissions import CHECKS
from nentang.foundation.documents.public import render_pdf
from nentang.foundation.documents.queries import check_copy
from nentang.foundation.facts.models import Fact
from nentang.foundation.outbox.public import run_until_quiet
from tests.foundation.organizations.factories import make_organization, make_unit

from .factories import make_document, make_person, officer_of, signed_in

pytestmark = pytest.mark.django_db


def signed(at: datetime, **more: object) -> IssuedDocument:
    document = make_document(at=at, **more)  # type: ignore[arg-type]
    run_until_quiet(at=at + timedelta(seconds=1))
    document.refresh_from_db()
    return document


@pytest.fixture(params=["first", "second"])
def paper(request: pytest.FixtureRequest, at: datetime) -> bytes:
    """A signed PDF: the first that a body signs in this process, or the one after it."""
    first = signed(at)
    if request.param == "first":
        return pdf_of(first)
    return pdf_of(signed(at, organization=first.organization, number="13/GXN-UBND"))


def pdf_of(document: IssuedDocument) -> bytes:
    assert document.file is not None
    with shelf.take(document.file.sha256) as content:
        return content.read()


def test_the_worker_signs_what_was_issued_and_forgets_the_data(at: datetime) -> None:
    document = make_document(at=at)
    assert document.state == DocumentState.SIGNING
    assert len(document.code) == 10

    run_until_quiet(at=at + timedelta(seconds=2))

    document.refresh_from_db()
    assert document.state == DocumentState.SIGNED
    assert document.signed_at == at + timedelta(seconds=2)
    assert document.data == {}
    fact = Fact.objects.get(kind="documents.document_signed")
    assert fact.payload == {"document_kind": "documents.certificate", "seconds": 2}


def test_signing_twice_leaves_one_file(at: datetime) -> None:
    document = signed(at)

    again = sign_document(document_id=document.pk, at=at + timedelta(hours=1))

    assert again.file_id == document.file_id
    assert again.signed_at == document.signed_at


def test_the_signature_names_the_organisation_and_the_instant(at: datetime) -> None:
    report = check_signature(pdf_of(signed(at)), at=at)

    assert report is not None
    assert report.is_sound
    assert report.signer == "Ủy ban nhân dân tỉnh Mẫu"
    assert report.signed_at == at + timedelta(seconds=1)


def test_a_body_with_a_long_name_signs_too(at: datetime) -> None:
    long = "Chi nhánh Văn phòng đăng ký đất đai thành phố Phan Rang - Tháp Chàm"
    document = signed(at, organization=another_body(at, name=long))

    report = check_signature(pdf_of(document), at=at)

    assert report is not None
    assert report.is_sound
    assert report.signer
    assert long.startswith(report.signer)


def test_the_paper_says_who_issued_it_and_where_to_verify_it(at: datetime, tmp_path: Path) -> None:
    document = signed(at)
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf_of(document))

    text = run("pdftotext", "-layout", str(path), "-")
    facts = run("pdfinfo", str(path))

    for words in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "ỦY BAN NHÂN DÂN TỈNH MẪU",
        "12/GXN-UBND",
        "Mẫu, ngày 07 tháng 12 năm 2020",
        document.shown_code,
        f"/xac-minh/{document.code}/",
    ):
        assert words in text
    assert re.search(r"Tagged:\s+yes", facts)
    assert re.search(r"Title:\s+Giấy xác nhận nơi ở", facts)
    assert b"pdfaid:part>2<" in path.read_bytes()
    assert b"pdfuaid:part>1<" in path.read_bytes()


def test_one_instant_and_one_content_give_one_print(at: datetime) -> None:
    data = {"heading": "Thông báo", "rows": [["Ngày", "7/12/2020"]]}

    prints = {render_pdf("documents.paper", data, title="Thông báo", at=at) for _ in range(2)}

    assert len(prints) == 1
    with pytest.raises(LookupError, match=r"documents\.paper"):
        render_pdf("documents.unknown", data, title="Thông báo", at=at)


@pytest.mark.pdfsig
def test_pdfsig_finds_the_signature_valid(paper: bytes, tmp_path: Path) -> None:
    path = tmp_path / "signed.pdf"
    path.write_bytes(paper)

    said = run("pdfsig", "-nocert", str(path))

    assert "Signature is Valid." in said
    assert "Total document signed" in said
    assert "ETSI.CAdES.detached" in said
    assert "Dec 07 2020" in said


@pytest.mark.pdfsig
def test_openssl_trusts_the_signature_by_the_authority_alone(paper: bytes, tmp_path: Path) -> None:
    (tmp_path / "signed.pdf").write_bytes(paper)
    run("pdfsig", "-dump", "signed.pdf", folder=tmp_path)
    (tmp_path / "content").write_bytes(covered(paper))
    (tmp_path / "authority.pem").write_bytes(
        authority().certificate.public_bytes(serialization.Encoding.PEM)
    )
    check = ("openssl", "cms", "-verify", "-inform", "DER", "-in", "signed.pdf.sig0", "-binary")
    check += ("-content", "content", "-out", "out", "-purpose", "any", "-CAfile")

    trusted = run(*check, "authority.pem", folder=tmp_path)
    alone = run(*check, "/dev/null", folder=tmp_path)

    assert "successful" in trusted
    assert "successful" not in alone


def covered(pdf: bytes) -> bytes:
    """The bytes that the signature covers."""
    found = re.search(rb"/ByteRange \[\s*(\d+) (\d+) (\d+) (\d+)", pdf)
    assert found
    start, length, later, rest = map(int, found.groups())
    return pdf[start : start + length] + pdf[later : later + rest]


@pytest.mark.pdfsig
def test_pdfsig_finds_a_changed_byte(at: datetime, tmp_path: Path) -> None:
    path = tmp_path / "changed.pdf"
    path.write_bytes(changed(pdf_of(signed(at))))

    assert "Digest Mismatch" in run("pdfsig", "-nocert", str(path))


def changed(pdf: bytes) -> bytes:
    """The same PDF with one byte of a stream turned."""
    position = pdf.index(b"stream") + 200
    return pdf[:position] + bytes([pdf[position] ^ 1]) + pdf[position + 1 :]


def test_a_copy_is_identical_altered_or_another(at: datetime) -> None:
    document, other = signed(at), signed(at, organization=another_body(at))
    pdf = pdf_of(document)

    def verdict(content: bytes) -> FileVerdict:
        return check_copy(document.code, io.BytesIO(content), at=at).verdict

    assert verdict(pdf) == FileVerdict.IDENTICAL
    assert verdict(changed(pdf)) == FileVerdict.ALTERED
    assert verdict(pdf + b"\n%%EOF\n") == FileVerdict.ALTERED
    assert verdict(pdf_of(other)) == FileVerdict.FOREIGN
    assert verdict(b"%PDF-1.7\nnot a pdf at all\n%%EOF") == FileVerdict.FOREIGN


def another_body(at: datetime, name: str = "Ủy ban nhân dân tỉnh Thử"):  # type: ignore[no-untyped-def]
    unit = make_unit("97", "Tỉnh Thử")
    return make_organization(at=at, name=name, unit=unit)


def test_only_those_who_may_revoke_and_with_a_reason(at: datetime) -> None:
    document = signed(at)
    leader = officer_of(document.organization)

    for nobody in (officer_of(document.organization, "clerk"), officer_of(another_body(at))):
        with pytest.raises(DocumentNotFound):
            revoke_document(document_id=document.pk, reason="Sai tên", actor=nobody, at=at)
    with pytest.raises(ReasonMissing):
        revoke_document(document_id=document.pk, reason=" ", actor=leader, at=at)
    revoked = revoke_document(document_id=document.pk, reason="Sai tên", actor=leader, at=at)
    with pytest.raises(DocumentNotInForce):
        revoke_document(document_id=document.pk, reason="Sai tên", actor=leader, at=at)

    assert revoked.state == DocumentState.REVOKED


def test_what_is_being_signed_cannot_be_revoked(at: datetime) -> None:
    document = make_document(at=at)

    with pytest.raises(DocumentNotInForce, match="đang ký"):
        revoke_document(
            document_id=document.pk,
            reason="Sai tên",
            actor=officer_of(document.organization),
            at=at,
        )


def test_an_unknown_template_is_refused_before_anything_is_written(at: datetime) -> None:
    document = make_document(at=at)

    with pytest.raises(LookupError):
        issue_document(
            kind="x.y",
            title="x",
            template="x.none",
            data={},
            organization_id=document.organization_id,
            subject="",
            person_id=None,
            actor=officer_of(document.organization),
            at=at,
        )


def test_keys_are_encrypted_private_and_lasting(settings: Settings) -> None:
    party = SigningParty(5, "Sở Mẫu", "")
    key = credential_of(party)
    files = sorted(Path(settings.KEYS_FOLDER).rglob("*.pem"))

    assert [path.stat().st_mode & 0o777 for path in files] == [0o600, 0o600]
    assert all(b"BEGIN ENCRYPTED PRIVATE KEY" in path.read_bytes() for path in files)
    assert credential_of(party) == key
    key.certificate.verify_directly_issued_by(authority().certificate)
    settings.SECRET_KEY = "another"
    with pytest.raises(ValueError, match="ecrypt"):
        credential_of(party)


def test_the_public_page_says_the_state_and_nothing_about_people(
    at: datetime, client: Client
) -> None:
    document = make_document(at=at)
    address = f"/xac-minh/{document.code}/"

    waiting = client.get(address)
    run_until_quiet(at=at)
    valid = client.get(address)
    revoke_document(
        document_id=document.pk,
        reason="Sai tên Lê Thị Mẫu",
        actor=officer_of(document.organization),
        at=at,
    )
    revoked = client.get(address)

    assert waiting["Refresh"]
    assert "đang được ký" in waiting.text
    assert "Văn bản có hiệu lực" in valid.text
    assert "Refresh" not in valid
    assert "đã bị thu hồi" in revoked.text
    for page in (waiting, valid, revoked):
        assert "Ủy ban nhân dân tỉnh Mẫu" in page.text
        assert "Lê Thị Mẫu" not in page.text


def test_the_public_page_compares_a_copy(at: datetime, client: Client) -> None:
    document = signed(at)
    address = f"/xac-minh/{document.code}/"

    def answer(content: bytes, name: str = "ban-sao.pdf") -> str:
        file = io.BytesIO(content)
        file.name = name
        return client.post(address, {"tep": file}).text

    assert "Đúng là bản đã ký" in answer(pdf_of(document))
    assert "Tệp đã bị sửa" in answer(changed(pdf_of(document)))
    assert "Không phải văn bản này" in answer(b"%PDF-1.7 %%EOF")
    assert "Chọn tệp PDF" in answer(b"x", "anh.jpg")


def test_a_code_is_found_however_it_is_typed(at: datetime, client: Client) -> None:
    document = signed(at)

    found = client.get("/xac-minh/", {"ma": f" {document.shown_code.lower()} "}, follow=True)
    wrong = client.get("/xac-minh/", {"ma": "ABC"})

    assert found.redirect_chain[-1][0] == f"/xac-minh/{document.code}/"
    assert "Mã gồm 10 chữ và số" in wrong.text
    assert client.get("/xac-minh/22222ABCDE/").status_code == 404


def test_guessing_codes_is_slowed_down(client: Client, db: None) -> None:
    answers = {client.get("/xac-minh/22222ABCDE/").status_code for _ in range(CHECKS.tries + 2)}

    assert answers == {404, 429}


def test_the_holder_reads_the_paper_and_others_do_not(at: datetime, client: Client) -> None:
    holder, stranger = make_person(at=at), make_person(at=at)
    document = signed(at, person=holder)
    assert document.file is not None
    pages = (
        f"/giay-to/{document.public_id}/",
        f"/tep/{document.file.public_id}/",
    )

    signed_in(client, holder, at=at)
    own = [client.get(page) for page in pages]
    assert [page.status_code for page in own] == [200, 200]
    assert b"".join(own[1].streaming_content) == pdf_of(document)  # type: ignore[arg-type]
    assert own[1]["X-Content-Type-Options"] == "nosniff"
    assert own[1]["Content-Disposition"].startswith("inline")
    assert "script-src 'none'" in own[1]["Content-Security-Policy"]
    saved = client.get(pages[1], {"tai": ""})
    assert b"".join(saved.streaming_content)  # type: ignore[arg-type]
    assert saved["Content-Disposition"].startswith("attachment")
    assert "Giấy xác nhận nơi ở" in client.get("/giay-to/").text
    assert not looks_at_person(holder.pk)

    client = signed_in(Client(), stranger, at=at)
    assert [client.get(page).status_code for page in pages] == [404, 404]
    assert "Giấy xác nhận nơi ở" not in client.get("/giay-to/").text


def run(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=30, cwd=folder
    )
    return done.stdout + done.stderr
