"""Files, organisations and issued documents, made by the real actions."""

import struct
import zlib
from datetime import datetime
from typing import Any

from django.test import Client

from nentang.agreements.actor import SYSTEM, Actor, ActorKind, Role
from nentang.foundation.documents.actions import issue_document, store_file
from nentang.foundation.documents.models import IssuedDocument, StoredFile
from nentang.foundation.identity.models import Person
from nentang.foundation.organizations.models import Organization
from tests.foundation.identity.factories import PASSWORD, make_account, make_person
from tests.foundation.organizations.factories import make_organization

JPEG = b"\xff\xd8\xff\xe0" + bytes(40) + b"\xff\xd9"
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
WEBP = b"RIFF" + struct.pack("<I", 24) + b"WEBPVP8 " + bytes(16)
HEIC = b"\x00\x00\x00\x18ftypheic" + bytes(32)


def png() -> bytes:
    """A black picture of one pixel."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def actor_of(person: Person) -> Actor:
    """The person signed in for themselves."""
    return Actor(kind=ActorKind.PERSON, account_id=person.pk, person_id=person.pk, assurance=2)


def officer_of(organization: Organization, role: str = "leader") -> Actor:
    """Somebody with a role in that body."""
    return Actor(
        kind=ActorKind.OFFICER,
        account_id=900_001,
        person_id=None,
        name="Bùi Văn Thử",
        roles=(Role(role, organization.pk),),
        assurance=2,
    )


def signed_in(client: Client, person: Person, *, at: datetime) -> Client:
    """The client after the person's sign-in with a password."""
    account = make_account(at=at, person=person)
    client.post("/dang-nhap/", {"login": account.username, "password": PASSWORD})
    return client


def make_file(
    *, at: datetime, actor: Actor, content: bytes = PDF, filename: str = "don.pdf", **more: Any
) -> StoredFile:
    """A small PDF handed in by the actor."""
    return store_file(content=content, filename=filename, actor=actor, at=at, **more)


def make_document(
    *,
    at: datetime,
    organization: Organization | None = None,
    person: Person | None = None,
    subject: str = "",
    number: str = "12/GXN-UBND",
) -> IssuedDocument:
    """A certificate for somebody, waiting to be signed."""
    body = organization or make_organization(
        at=at, name="Ủy ban nhân dân tỉnh Mẫu", code="000.00.00.H98"
    )
    holder = person or make_person(at=at)
    return issue_document(
        kind="documents.certificate",
        title="Giấy xác nhận nơi ở",
        template="documents.paper",
        data={
            "heading": "Giấy xác nhận",
            "about": "Về nơi ở hiện tại",
            "paragraphs": ["Ủy ban nhân dân xác nhận người có tên dưới đây đang ở tại tỉnh Mẫu."],
            "rows": [["Họ và tên", holder.full_name], ["Nơi ở", "Tỉnh Mẫu"]],
            "signer_role": "Chủ tịch",
            "signer_name": "Bùi Văn Thử",
        },
        organization_id=body.pk,
        subject=subject,
        person_id=holder.pk,
        actor=SYSTEM,
        at=at,
        number=number,
    )


__all__ = ["actor_of", "make_document", "make_file", "make_person", "officer_of", "signed_in"]
