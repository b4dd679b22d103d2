"""Reads of files and documents, for pages and other apps."""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from typing import BinaryIO
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

from .adapters import shelf
from .adapters.signature_check import SignatureReport, check_signature
from .adapters.text_reader import text_reader
from .enums import DocumentState, FileVerdict
from .errors import DocumentNotFound, FileNotFound
from .models import IssuedDocument, StoredFile, TextReading
from .registry import kind_title, named_elsewhere, rows_that_go_with_files
from .rules.codes import parse_code
from .rules.unnamed import unnamed_days_on

PAGE = 20
CHECKED_BYTES = 20 * 1024 * 1024


class PublicStanding(Frozen):
    """What anybody may know about a document: nothing about the person it was issued to."""

    code: str
    shown_code: str
    state: DocumentState
    kind: object
    number: str
    organization: str
    issued_at: datetime
    signed_at: datetime | None
    revoked_at: datetime | None


class CheckedFile(Frozen):
    """What comparing a file with the signed one found, and the signature in it, if any."""

    verdict: FileVerdict
    signature: SignatureReport | None


def file_named(public_id: UUID) -> StoredFile:
    """The file; FileNotFound."""
    file = StoredFile.objects.filter(public_id=public_id).first()
    if file is None:
        raise FileNotFound
    return file


def document(document_id: int) -> IssuedDocument:
    """The document; DocumentNotFound."""
    return _one(pk=document_id)


def document_named(public_id: UUID) -> IssuedDocument:
    """The document; DocumentNotFound. The caller checks who may see it."""
    return _one(public_id=public_id)


def documents_of_person(person_id: int, *, before_id: int | None = None) -> list[IssuedDocument]:
    """A page of the person's documents, latest first, with their files."""
    rows = IssuedDocument.objects.filter(person_id=person_id).select_related("file")
    if before_id is not None:
        rows = rows.filter(pk__lt=before_id)
    return list(rows.order_by("-pk")[:PAGE])


def documents_of_subject(subject: str) -> list[IssuedDocument]:
    """The documents of a matter, latest first, with their files; the caller may see the matter."""
    rows = IssuedDocument.objects.filter(subject=subject).select_related("file")
    return list(rows.order_by("-pk")[:100])


def files_of_subject(subject: str) -> list[StoredFile]:
    """The files of a matter in the order in which they came; the caller may see the matter."""
    return list(StoredFile.objects.filter(subject=subject).order_by("pk")[:200])


def standing_of(code: str) -> PublicStanding:
    """What the public verification page says; DocumentNotFound for a code nobody was given."""
    found = _by_code(code)
    return PublicStanding(
        code=found.code,
        shown_code=found.shown_code,
        state=DocumentState(found.state),
        kind=kind_title(found.kind),
        number=found.number,
        organization=organization(found.organization_id).name,
        issued_at=found.issued_at,
        signed_at=found.signed_at,
        revoked_at=found.revoked_at,
    )


def check_copy(code: str, content: BinaryIO, *, at: datetime) -> CheckedFile:
    """Whether somebody's file is, byte for byte, the document with that code; DocumentNotFound.

    Identical asks for the same hash and a sound signature by an organisation of this installation.
    Altered is a file whose signature is broken or that grew after it was signed.
    """
    found = _by_code(code)
    received = shelf.receive(content, limit=CHECKED_BYTES)
    try:
        pdf = received.path.read_bytes()
    finally:
        shelf.discard(received)
    signature = check_signature(pdf, at=at)
    if found.file and received.sha256 == found.file.sha256 and signature and signature.is_sound:
        return CheckedFile(FileVerdict.IDENTICAL, signature)
    is_whole = signature is None or (signature.is_intact and signature.covers_whole_file)
    return CheckedFile(FileVerdict.FOREIGN if is_whole else FileVerdict.ALTERED, signature)


def nothing_names() -> QuerySet[StoredFile]:
    """Files that no row of any app points to, but rows that go with their file."""
    going = {(model, field) for model, field in rows_that_go_with_files()}
    rows = StoredFile.objects.all()
    for relation in StoredFile._meta.related_objects:
        model, field = relation.related_model, relation.field.name
        if (model, field) not in going:
            rows = rows.exclude(Exists(model._base_manager.filter(**{field: OuterRef("pk")})))
    return rows


def unnamed_files(at: datetime, among: Collection[int] | None = None) -> QuerySet[StoredFile]:
    """Files of no matter whose time is over; with `among`, those of them that nothing names at all."""
    given_before = at - timedelta(days=unnamed_days_on(legal_day(at)).value)
    rows = nothing_names().filter(subject="", stored_at__lte=given_before)
    if among is None:
        return rows
    return rows.filter(pk__in=set(among) - named_elsewhere(among))


def altered_files() -> Iterator[str]:
    """Hashes of kept files whose content is gone or changed on the disk."""
    hashes = StoredFile.objects.order_by("sha256").values_list("sha256", flat=True).distinct()
    return shelf.altered(hashes.iterator())


def _by_code(code: str) -> IssuedDocument:
    parsed = parse_code(code)
    if parsed is None:
        raise DocumentNotFound
    return _one(code=parsed)


def _one(**by: object) -> IssuedDocument:
    found = IssuedDocument.objects.select_related("file").filter(**by).first()
    if found is None:
        raise DocumentNotFound
    return found


def readings_for(purpose: str) -> list[TextReading]:
    """What was read, or is being read, for that purpose, the latest first; at most ten."""
    found = TextReading.objects.filter(purpose=purpose).select_related("file")
    return list(found.order_by("-pk")[:10])


def reads_text() -> bool:
    """Whether this installation reads text in photographs."""
    return text_reader() is not None
