"""Bodies on the axis and documents between them, all invented and through real actions."""

from datetime import date, datetime
from typing import Any

from nentang.agreements.actor import SYSTEM
from nentang.foundation.documents.public import StoredFile, store_file
from nentang.foundation.organizations.public import Organization
from nentang.government.document_exchange.actions import join_axis, send_document
from nentang.government.document_exchange.models import Consignment
from nentang.government.document_exchange.rules.edxml.values import Signer
from nentang.government.document_exchange.rules.outgoing import OutgoingDocument
from nentang.kernel.frozen import Frozen
from tests.foundation.organizations.factories import make_organization, make_unit

PROVINCE, MINISTRY = "H42", "G99"


class Axis(Frozen):
    """Two bodies of this installation that have joined."""

    province: Organization
    ministry: Organization


def make_axis(at: datetime) -> Axis:
    """A province and a ministry that can send each other documents."""
    unit = make_unit()
    province = make_organization(at=at, code=PROVINCE, unit=unit)
    ministry = make_organization(at=at, code=MINISTRY, name="Bộ Thử nghiệm", unit=unit)
    for body in (province, ministry):
        join_axis(organization_id=body.pk, actor=SYSTEM, at=at)
    return Axis(province, ministry)


def pdf(words: str = "văn bản mẫu", size: int = 0) -> bytes:
    """A file that is taken for a PDF."""
    body = b"%PDF-1.7\n" + words.encode() + b"\n"
    return body + b"x" * max(0, size - len(body) - 6) + b"\n%%EOF"


def make_file(at: datetime, content: bytes | None = None, name: str = "van-ban.pdf") -> StoredFile:
    """A file of the platform."""
    return store_file(content=content or pdf(), filename=name, actor=SYSTEM, at=at)


def letter(
    organization_id: int, *receivers: str, number: str = "12", **more: Any
) -> OutgoingDocument:
    """A document of the body to those receivers."""
    return OutgoingDocument(
        **{
            "organization_id": organization_id,
            "number": number,
            "notation": "QĐ-UBND",
            "promulgated_on": date(2020, 12, 7),
            "place": "Tỉnh Mẫu",
            "type_name": "Quyết định",
            "subject": "Về việc thử <liên thông> & gửi nhận",
            "signer": Signer("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Mẫu"),
            "receivers": receivers or (MINISTRY,),
            **more,
        }
    )


def send(axis: Axis, at: datetime, *receivers: str, number: str = "12", **more: Any) -> Consignment:
    """A document of the province on its way."""
    return send_document(
        document=letter(axis.province.pk, *receivers, number=number, **more),
        idempotency_key=f"key-{number}-{more.get('kind', 0)}",
        actor=SYSTEM,
        at=at,
    )
