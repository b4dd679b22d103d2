"""Files: what is taken, how it is kept, who may open it."""

import hashlib
import io
import socket
import threading
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from nentang.agreements.actor import ANONYMOUS, Actor
from nentang.foundation.audit.public import looks_at_person
from nentang.foundation.documents import registry
from nentang.foundation.documents.actions import link_file, open_file, store_file
from nentang.foundation.documents.adapters import shelf
from nentang.foundation.documents.enums import ScanState
from nentang.foundation.documents.errors import (
    FileEmpty,
    FileInfected,
    FileNotFound,
    FileTooLarge,
    FileTypeRefused,
    ScannerUnavailable,
)
from nentang.foundation.documents.models import StoredFile
from nentang.foundation.documents.public import altered_files
from nentang.foundation.documents.rules.codes import ALPHABET, make_code, parse_code
from nentang.foundation.documents.rules.filenames import LONGEST, safe_filename
from tests.foundation.organizations.factories import make_organization, make_unit

from .factories import (
    HEIC,
    JPEG,
    PDF,
    WEBP,
    actor_of,
    make_file,
    make_person,
    officer_of,
    png,
)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "filename", "media_type"),
    [
        (PDF, "đơn đề nghị.PDF", "application/pdf"),
        (JPEG, "ảnh.jpeg", "image/jpeg"),
        (png(), "ảnh.png", "image/png"),
        (WEBP, "ảnh.webp", "image/webp"),
        (HEIC, "ảnh.heic", "image/heic"),
    ],
    ids=["pdf", "jpeg", "png", "webp", "heic"],
)
def test_a_file_is_known_by_its_content(
    at: datetime, content: bytes, filename: str, media_type: str
) -> None:
    file = make_file(at=at, actor=actor_of(make_person(at=at)), content=content, filename=filename)

    assert file.media_type == media_type
    assert file.sha256 == hashlib.sha256(content).hexdigest()
    with shelf.take(file.sha256) as kept:
        assert kept.read() == content


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "filename"),
    [
        (PDF, "don.jpg"),
        (JPEG, "anh.pdf"),
        (b"<html>%PDF-1.7 %%EOF", "don.pdf"),
        (b"MZ" + bytes(100), "don.pdf"),
        (png() + b"PK\x03\x04<script>", "anh.png"),
        (WEBP + b"extra", "anh.webp"),
        (PDF + b"PK" + bytes(2000), "don.pdf"),
        (PDF, "don"),
    ],
    ids=["pdf as jpg", "jpg as pdf", "html", "program", "png+zip", "webp+", "pdf+zip", "no ending"],
)
def test_other_types_and_two_files_in_one_are_refused(
    at: datetime, content: bytes, filename: str
) -> None:
    actor = actor_of(make_person(at=at))

    with pytest.raises(FileTypeRefused):
        make_file(at=at, actor=actor, content=content, filename=filename)

    assert not StoredFile.objects.exists()
    assert not [path for path in Path(shelf.settings.DOCUMENTS_FOLDER).rglob("*") if path.is_file()]


@pytest.mark.django_db
def test_empty_and_too_large_files_are_refused(at: datetime, settings: Settings) -> None:
    settings.DOCUMENTS_MAX_BYTES = 1024**2
    actor = actor_of(make_person(at=at))

    with pytest.raises(FileEmpty):
        make_file(at=at, actor=actor, content=b"")
    with pytest.raises(FileTooLarge, match="1 MB"):
        make_file(at=at, actor=actor, content=PDF + bytes(1024**2))


@pytest.mark.django_db
def test_equal_content_is_kept_once_and_never_written_over(at: datetime) -> None:
    one = make_file(at=at, actor=actor_of(make_person(at=at)))
    other = make_file(at=at, actor=actor_of(make_person(at=at)), filename="giay.pdf")

    files = [path for path in Path(shelf.settings.DOCUMENTS_FOLDER).rglob("*") if path.is_file()]
    assert files == [shelf.place_of(one.sha256)]
    assert one.public_id != other.public_id


@pytest.mark.django_db
def test_changed_content_is_found(at: datetime) -> None:
    file = make_file(at=at, actor=actor_of(make_person(at=at)))
    assert list(altered_files()) == []

    place = shelf.place_of(file.sha256)
    place.chmod(0o640)
    place.write_bytes(PDF + b"x")

    assert list(altered_files()) == [file.sha256]


@pytest.mark.django_db
def test_only_the_owner_and_whom_the_matter_lets_may_open(
    at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_checks", {})
    owner, stranger = make_person(at=at), make_person(at=at)
    office, other_office = (
        make_organization(at=at),
        make_organization(at=at, name="Ủy ban nhân dân tỉnh Thử", unit=make_unit("97", "Tỉnh Thử")),
    )
    file = make_file(at=at, actor=actor_of(owner))
    link_file(
        file_id=file.pk, subject="matter:7", organization_id=office.pk, actor=actor_of(owner), at=at
    )
    registry.grant_access(
        "matter", lambda actor, subject: actor.has_role("clerk", organization_id=office.pk)
    )

    assert read(file, actor_of(owner), at) == PDF
    assert not looks_at_person(owner.pk)
    assert read(file, officer_of(office, "clerk"), at) == PDF
    assert [look.subject for look in looks_at_person(owner.pk)] == [f"file:{file.pk}"]
    for nobody in (actor_of(stranger), officer_of(other_office, "clerk"), ANONYMOUS):
        with pytest.raises(FileNotFound):
            read(file, nobody, at)


def read(file: StoredFile, actor: Actor, at: datetime) -> bytes:
    with open_file(file_id=file.pk, actor=actor, at=at).content as content:
        return content.read()


class FakeClamd(threading.Thread):
    """Speaks INSTREAM on a free port and finds whatever contains EICAR."""

    def __init__(self, *, answers: bool = True) -> None:
        super().__init__(daemon=True)
        self._answers = answers
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._socket.getsockname()[1]}"

    def run(self) -> None:
        line, _ = self._socket.accept()
        with line, line.makefile("rb") as heard:
            assert heard.read(10) == b"zINSTREAM\0"
            content = b""
            while size := int.from_bytes(heard.read(4), "big"):
                content += heard.read(size)
            if self._answers:
                found = b"Eicar-Test FOUND" if b"EICAR" in content else b"OK"
                line.sendall(b"stream: " + found + b"\0")
        self._socket.close()


@pytest.mark.django_db
def test_the_scanner_decides_and_a_silent_one_stops_the_file(
    at: datetime, settings: Settings
) -> None:
    actor = actor_of(make_person(at=at))
    assert make_file(at=at, actor=actor).scan == ScanState.UNSCANNED

    settings.DOCUMENTS_CLAMAV = started(FakeClamd())
    assert make_file(at=at, actor=actor).scan == ScanState.CLEAN

    settings.DOCUMENTS_CLAMAV = started(FakeClamd())
    with pytest.raises(FileInfected):
        make_file(at=at, actor=actor, content=b"%PDF-1.7 EICAR\n%%EOF\n")

    settings.DOCUMENTS_CLAMAV = started(FakeClamd(answers=False))
    with pytest.raises(ScannerUnavailable):
        make_file(at=at, actor=actor)

    settings.DOCUMENTS_CLAMAV = "/nowhere/clamd.sock"
    with pytest.raises(ScannerUnavailable):
        make_file(at=at, actor=actor)


def started(server: FakeClamd) -> str:
    server.start()
    return server.address


@pytest.mark.django_db
def test_a_large_file_is_read_in_pieces(at: datetime) -> None:
    content = b"%PDF-1.7\n" + bytes(3 * 1024**2) + b"\n%%EOF"
    file = store_file(
        content=io.BytesIO(content), filename="to.pdf", actor=actor_of(make_person(at=at)), at=at
    )

    assert file.size == len(content)


@given(st.text(max_size=300))
def test_names_are_short_and_hold_no_path(name: str) -> None:
    safe = safe_filename(name)

    assert 0 < len(safe) <= LONGEST
    assert not set(safe) & set('/\\\0\n\r"<>:|?*;\u202e')
    assert safe_filename(safe) == safe


@given(st.text(alphabet=ALPHABET, min_size=10, max_size=10))
def test_a_code_is_read_as_it_is_printed(code: str) -> None:
    assert parse_code(f"{code[:5]}-{code[5:]}".lower()) == code
    assert make_code(lambda letters: letters[0]) == ALPHABET[0] * 10
    assert parse_code(code[:-1]) is None
    assert parse_code(code[:-1] + "0") is None
