"""Files that are two things at once, grow without end, or carry a name that leads elsewhere."""

import io
import random
import zipfile
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings as configured
from django.test import Client
from hypothesis import example, given
from hypothesis import strategies as st
from pytest_django import Settings

from nentang.foundation.documents.adapters.signature_check import check_signature
from nentang.foundation.documents.errors import (
    FileEmpty,
    FileTooLarge,
    FileTypeRefused,
    TooMuchToday,
)
from nentang.foundation.documents.public import StoredFile, store_file
from nentang.foundation.documents.rules.filenames import LONGEST, safe_filename
from nentang.kernel import clock
from tests.government.services.factories import PIXEL, make_applicant, make_office, sign_in
from tests.laws.house import modules

SCRIPT = b"<html><script>fetch('/ho-so/')</script></html>"
PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"
JPEG = b"\xff\xd8\xff\xfe\x00\x40" + SCRIPT + b"\xff\xd9"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
HUGE_PICTURE = PIXEL[:16] + b"\xff\xff\xff\x7f" * 2 + PIXEL[24:]  # says it is 2 billion pixels wide
AT = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)


def zipped(name: str, size: int) -> bytes:
    """A small file that unfolds to many bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, bytes(size))
    return target.getvalue()


REFUSED = {
    "page.html": SCRIPT,
    "page.pdf": SCRIPT,
    "drawing.svg": SVG,
    "drawing.png": SVG,
    "script.gif": b"GIF89a/*" + SCRIPT + b"*/=1;alert(1)//",
    "script.png": b"GIF89a/*" + SCRIPT + b"*/=1;alert(1)//",
    "late.pdf": SCRIPT + PDF + b"%%EOF",
    "cut.png": PIXEL[:-4],
    "both.png": PIXEL + SCRIPT,
    "named.html": PDF + b"%%EOF",
    "twice.pdf.html": PDF + b"%%EOF",
    "nul.html\0.pdf": SCRIPT,
    "text.docx": zipped("word/document.xml", 10**7),
    "table.xlsx": zipped("xl/worksheets/sheet1.xml", 10**7),
    "archive.pdf": zipped("a.pdf", 10**7),
    "program.exe": b"MZ" + bytes(100),
    "archive.png": b"PK\x03\x04" + PIXEL,
}
TAKEN = {
    "both.pdf": PDF + SCRIPT + b"\n%%EOF",
    "comment.jpg": JPEG,
    "huge.png": HUGE_PICTURE,
    "archive.pdf": PDF + zipped("a", 10**6) + b"\n%%EOF",
}
"""Taken, for their readers see nothing but what they say they are, and nobody here opens them."""
NAMES = (
    "../../etc/passwd.png",
    "..\\..\\windows\\a.png",
    "/etc/cron.d/a.png",
    "a\0b.png",
    "gnp.\u202eexe.png",
    "con.png",
    ".htaccess.png",
    'a".png; filename="b.html.png',
    "a\r\nSet-Cookie: phien=1.png",
    "x" * 5000 + ".png",
    "=cmd|' /C calc'!A0.png",
    "<img src=x onerror=alert(1)>.png",
)


@pytest.mark.django_db
@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_not_what_it_says_is_refused(name: str, at: datetime) -> None:
    with pytest.raises(FileTypeRefused):
        store_file(content=REFUSED[name], filename=name, actor=make_applicant(at=at), at=at)
    assert StoredFile.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("name", TAKEN)
def test_whatever_a_file_hides_a_browser_runs_none_of_it(
    name: str, at: datetime, settings: Settings
) -> None:
    answer = read_back(TAKEN[name], name, at, settings)
    assert answer["Content-Type"] in ("application/pdf", "image/jpeg", "image/png")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    policy = answer["Content-Security-Policy"]
    assert "script-src 'none'" in policy or ("default-src 'none'" in policy and "sandbox" in policy)


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_no_name_leads_anywhere(
    name: str, at: datetime, settings: Settings, tmp_path: Path
) -> None:
    settings.DOCUMENTS_FOLDER = tmp_path
    answer = read_back(PIXEL, name, at, settings, query="?tai")
    told = answer["Content-Disposition"]
    assert told.startswith("attachment")
    assert not set(told) & set("\r\n\0\\/<>\u202e")
    assert told.count('"') in (0, 2), "nobody ends the name and begins another"
    made = set(tmp_path.rglob("*"))
    assert made
    assert all(len(path.name) in (2, 64) or path.name == "incoming" for path in made)


def read_back(
    content: bytes, name: str, at: datetime, settings: Settings, *, query: str = ""
) -> object:
    """What a browser is given of a file that its owner stored under that name."""
    settings.DEMO = True
    clock.use(lambda: at)
    owner = make_applicant(at=at)
    file = store_file(content=content, filename=name, actor=owner, at=at)
    answer = sign_in(owner).get(f"/tep/{file.public_id}/{query}")
    assert answer.status_code == 200
    assert answer.getvalue() == content
    return answer


@given(st.text(max_size=300))
@example("../..")
@example(".")
@example("con..png")
@example("\u202e" * 200 + ".png")
def test_a_name_is_short_and_plain(name: str) -> None:
    kept = safe_filename(name)
    assert 0 < len(kept) <= LONGEST
    assert not set(kept) & set('/\\\0\r\n"<>:|?*;\u202e\u200b\ufeff')
    assert not kept.startswith((".", " "))


@pytest.mark.django_db
def test_nothing_and_too_much_are_refused(at: datetime, settings: Settings) -> None:
    owner = make_applicant(at=at)
    settings.DOCUMENTS_MAX_BYTES = 1000
    incoming = Path(configured.DOCUMENTS_FOLDER) / "incoming"
    before = set(incoming.glob("*"))
    with pytest.raises(FileEmpty):
        store_file(content=b"", filename="a.png", actor=owner, at=at)
    with pytest.raises(FileTooLarge):
        store_file(content=PIXEL + bytes(1000), filename="a.png", actor=owner, at=at)
    assert set(incoming.glob("*")) == before


def test_no_picture_and_no_archive_is_unfolded_here() -> None:
    unfolding = ("from PIL", "import PIL", "import zipfile", "import tarfile", "import bz2", "lzma")
    found = {p.name for p in modules() if any(word in p.read_text("utf-8") for word in unfolding)}
    # One zipped file of a document, the parts of a report's workbook and the text of a decision are unfolded, no
    # further than they may be long; the demo only folds a decision of its own.
    known = {"backup.py", "restore.py", "attachments.py", "archive.py", "assignments.py"}
    assert found == known, (
        "a picture or archive of a stranger may unfold to more than the machine has"
    )


def bent_pdfs() -> list[bytes]:
    """PDFs that promise signatures and are wrong in many ways, some unfolding without end."""
    bomb = zlib.compress(zlib.compress(bytes(200_000_000)))
    stream = b"/Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n%s\nendstream endobj\n"
    table = b"%PDF-1.7\n1 0 obj<</Type/XRef/Size 9/W[1 2 1]/Root 2 0 R" + stream % (len(bomb), bomb)
    nested = b"%PDF-1.7\n1 0 obj" + b"[" * 20_000 + b"]" * 20_000 + b"endobj\n"
    odd = b"%PDF-1.7\n1 0 obj<</Type/XRef/Size 9/W[1 2 1]/DecodeParms<</Predictor 2/Columns 0>>"
    odd += b"/Root 1 0 R/Filter/FlateDecode/Length 8>>stream\n" + zlib.compress(b"a") + b"endstream"
    loop = b"%PDF-1.7\n1 0 obj<</Type/Catalog/AcroForm 1 0 R/Fields[1 0 R]/Kids[1 0 R]>>endobj\n"
    loop += b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
    loop += b"trailer<</Size 2/Root 1 0 R/Prev 80>>"
    return [each + b"/ByteRange\nstartxref\n9\n%%EOF" for each in (table, nested, odd, loop)]


def test_a_bent_pdf_is_only_ever_unreadable() -> None:
    chance = random.Random(749)
    whole = bent_pdfs()
    for pdf in [*whole, *(bend(chance.choice(whole[2:]), chance) for _ in range(200))]:
        report = check_signature(pdf, at=AT)
        assert report is None or not report.is_sound


def bend(pdf: bytes, chance: random.Random) -> bytes:
    """The file with some bytes changed."""
    changed = bytearray(pdf)
    for _ in range(chance.randint(1, 6)):
        changed[chance.randrange(len(changed))] = chance.choice(b"0129<>[]()/ R\n\xff\0")
    return bytes(changed)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/tep/..%2f..%2fetc%2fpasswd/",
        "/tep/../../etc/passwd",
        "/static/..%2f..%2f..%2fetc/passwd",
        "/static/../nentang.sqlite3",
        "/static//etc/passwd",
        "/giay-to/%2e%2e/",
        "/.git/config",
        "/.env",
        "/var/keys/oidc.pem",
    ],
)
def test_no_address_leads_to_the_disk(address: str) -> None:
    assert Client().get(address).status_code == 404


@pytest.mark.django_db
def test_more_than_any_form_holds_is_turned_away_unread(at: datetime, settings: Settings) -> None:
    settings.DEMO = True
    clock.use(lambda: at)
    applicant = sign_in(make_applicant(at=at))
    for client, size, expected in (
        (Client(), configured.REQUEST_MAX_BYTES_OF_STRANGERS + 1, 413),
        (applicant, configured.REQUEST_MAX_BYTES + 1, 413),
        (Client(), 10**30, 413),
    ):
        answer = client.post(
            "/dang-ky/",
            b"a",
            content_type="multipart/form-data; boundary=a",
            CONTENT_LENGTH=str(size),
        )
        assert answer.status_code == expected, size


@pytest.mark.django_db
def test_one_person_fills_no_disk_in_a_day(at: datetime, settings: Settings) -> None:
    settings.DOCUMENTS_MAX_BYTES_A_DAY = 3 * len(PIXEL)
    one, other = make_applicant(at=at), make_applicant(at=at)
    for _ in range(3):
        store_file(content=PIXEL, filename="a.png", actor=one, at=at)
    with pytest.raises(TooMuchToday):
        store_file(content=PIXEL, filename="a.png", actor=one, at=at + timedelta(hours=23))
    store_file(content=PIXEL, filename="a.png", actor=other, at=at)
    clerk = make_office(at=at).clerk
    for _ in range(4):
        store_file(content=PIXEL, filename="a.png", actor=clerk, at=at)
    store_file(content=PIXEL, filename="a.png", actor=one, at=at + timedelta(hours=25))
