"""Prints papers: what the template needs beside the app's own data, and the PDF of it, signed."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from nentang.foundation.documents.models import IssuedDocument
from nentang.foundation.documents.registry import template_path
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    UnitInfo,
    UnitNotFound,
    organization,
    unit_as_of,
)
from nentang.kernel.clock import VIETNAM, legal_day
from nentang.kernel.frozen import Frozen
from nentang.kernel.periods import Period

from .party import OFFICERS, SEAL, SIGNATORY, SigningParty
from .qr import qr_svg
from .typesetter import pixels, typeset


class Letterhead(Frozen):
    """The body that issues, what it stands under, and its unit (None for bodies of the nation)."""

    issuer: OrganizationInfo
    parent: str
    unit: UnitInfo | None

    def holds(self, on: date) -> bool:
        """Whether the unit is the same on that day; a body keeps its name for life."""
        if self.unit is None:
            return not self.issuer.unit_code
        return on in Period(self.unit.valid_from, self.unit.valid_to)


class Sheet(Frozen):
    """All that a paper needs to be printed and signed by `party` at `at`; nothing is read any more.

    Where somebody signs in person, `signatory` does so before the body seals.
    """

    template: Path
    inputs: Mapping[str, Any]
    party: SigningParty
    at: datetime
    unit_code: str
    signatory: SigningParty | None = None


class SignedPaper(Frozen):
    """The signed PDF, and the unit of the body that signed it."""

    pdf: bytes
    unit_code: str


def render_pdf(
    template: str, data: Mapping[str, Any], *, title: str, at: datetime, lang: str = "vi"
) -> bytes:
    """A plain print that nobody signs: PDF/A-2a, tagged (PDF/UA-1). LookupError: no such template."""
    inputs = {"title": title, "lang": lang, "data": data}
    return typeset(template_path(template), inputs, at=at)


def render_png(svg: str) -> bytes:
    """A drawing of our own as PNG, 144 pixels an inch; never one that somebody handed in."""
    return pixels(svg)


def render_proof(
    template: str, data: Mapping[str, Any], *, title: str, organization_id: int, at: datetime
) -> bytes:
    """How a paper of the body would look if it were issued now: no number, no code, nobody's signature."""
    head = letterhead_of(organization_id, legal_day(at))
    issue = {
        "lang": "vi",
        "organization": head.issuer.name,
        "parent": head.parent,
        "number": "",
        "place": head.unit.name if head.unit else "",
        "day": _written_day(at),
        "code": "",
    }
    inputs = {"title": title, "lang": "vi", "data": data, "issue": issue}
    return typeset(template_path(template), inputs, at=at)


def letterhead_of(organization_id: int, on: date) -> Letterhead:
    """What stands at the top of every paper that the body issues on that day."""
    issuer = organization(organization_id)
    parent = organization(issuer.parent_id).name if issuer.parent_id else ""
    return Letterhead(issuer, parent, _unit(issuer, on))


def sheet_of(document: IssuedDocument, head: Letterhead, *, at: datetime) -> Sheet:
    """What the paper of an issued document says when it is signed at that instant."""
    inputs = {
        "title": document.title,
        "lang": document.data.get("lang", "vi"),
        "data": document.data,
        "issue": {
            "lang": document.data.get("lang", "vi"),
            "organization": head.issuer.name,
            "parent": head.parent,
            "number": document.number,
            "place": head.unit.name if head.unit else "",
            "day": _written_day(document.issued_at),
            "code": document.shown_code,
            "verify_url": verification_url(document.code),
            "signed_at": f"{at.astimezone(VIETNAM):%H:%M:%S ngày %d/%m/%Y}",
        },
    }
    party = SigningParty(head.issuer.id, head.issuer.name, head.issuer.code_qd20)
    return Sheet(
        template_path(document.template),
        inputs,
        party,
        at,
        head.issuer.unit_code,
        _signatory(document, head),
    )


def signed_paper(sheet: Sheet) -> SignedPaper:
    """The paper with its organisation's signature, after that of whoever signs it in person."""
    from .signer import signer  # noqa: PLC0415 - heavy

    issue = sheet.inputs["issue"]
    issue = {**issue, "qr": qr_svg(issue["verify_url"])}
    pdf = typeset(sheet.template, {**sheet.inputs, "issue": issue}, at=sheet.at)
    keeper = signer()
    if sheet.signatory is None:
        return SignedPaper(keeper.sign(pdf, party=sheet.party, at=sheet.at), sheet.unit_code)
    pdf = keeper.sign(pdf, party=sheet.signatory, at=sheet.at, place=SIGNATORY)
    sealed = keeper.sign(pdf, party=sheet.party, at=sheet.at, place=SEAL)
    return SignedPaper(sealed, sheet.unit_code)


def _signatory(document: IssuedDocument, head: Letterhead) -> SigningParty | None:
    if document.signer_account_id is None:
        return None
    name, employer = document.signer_name, head.issuer.name
    return SigningParty(document.signer_account_id, name, "", OFFICERS, employer)


def verification_url(code: str) -> str:
    """The address in the QR code."""
    path = reverse("documents:verify", kwargs={"code": code})
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def _unit(issuer: OrganizationInfo, on: date) -> UnitInfo | None:
    try:
        return unit_as_of(issuer.unit_code, on) if issuer.unit_code else None
    except UnitNotFound:
        return None


def _written_day(at: datetime) -> str:
    """`ngày 07 tháng 02 năm 2020`: days below ten and January and February with a nought."""
    day = legal_day(at)
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
