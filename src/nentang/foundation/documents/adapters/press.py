"""Prints papers: what the template needs beside the app's own data, and the PDF of it, signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from nentang.foundation.documents.models import IssuedDocument
from nentang.foundation.documents.registry import template_path
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    UnitNotFound,
    organization,
    unit_as_of,
)
from nentang.kernel.clock import VIETNAM, legal_day

from .party import SigningParty
from .qr import qr_svg
from .typesetter import typeset


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a paper needs to be printed and signed by `party` at `at`; nothing is read any more."""

    template: Path
    inputs: Mapping[str, Any]
    party: SigningParty
    at: datetime


def render_pdf(
    template: str, data: Mapping[str, Any], *, title: str, at: datetime, lang: str = "vi"
) -> bytes:
    """A plain print that nobody signs: PDF/A-2a, tagged (PDF/UA-1). LookupError: no such template."""
    inputs = {"title": title, "lang": lang, "data": data}
    return typeset(template_path(template), inputs, at=at)


def sheet_of(document: IssuedDocument, *, at: datetime) -> Sheet:
    """What the paper of an issued document says when it is signed at that instant."""
    issuer = organization(document.organization_id)
    inputs = {
        "title": document.title,
        "lang": document.data.get("lang", "vi"),
        "data": document.data,
        "issue": {
            "lang": document.data.get("lang", "vi"),
            "organization": issuer.name,
            "parent": organization(issuer.parent_id).name if issuer.parent_id else "",
            "number": document.number,
            "place": _place(issuer, document.issued_at),
            "day": _written_day(document.issued_at),
            "code": document.shown_code,
            "verify_url": verification_url(document.code),
            "signed_at": f"{at.astimezone(VIETNAM):%H:%M:%S ngày %d/%m/%Y}",
        },
    }
    party = SigningParty(issuer.id, issuer.name, issuer.code_qd20)
    return Sheet(template_path(document.template), inputs, party, at)


def signed_pdf(sheet: Sheet) -> bytes:
    """The paper with its organisation's signature."""
    from .signer import signer  # noqa: PLC0415 - heavy

    issue = sheet.inputs["issue"]
    issue = {**issue, "qr": qr_svg(issue["verify_url"])}
    pdf = typeset(sheet.template, {**sheet.inputs, "issue": issue}, at=sheet.at)
    return signer().sign(pdf, party=sheet.party, at=sheet.at)


def verification_url(code: str) -> str:
    """The address in the QR code."""
    path = reverse("documents:verify", kwargs={"code": code})
    return f"{settings.BASE_URL.rstrip('/')}{path}"


def _place(issuer: OrganizationInfo, at: datetime) -> str:
    """The unit's name as it was on that day; empty for bodies of the nation."""
    try:
        return unit_as_of(issuer.unit_code, legal_day(at)).name if issuer.unit_code else ""
    except UnitNotFound:
        return ""


def _written_day(at: datetime) -> str:
    """`ngày 07 tháng 02 năm 2020`: days below ten and January and February with a nought."""
    day = legal_day(at)
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"
