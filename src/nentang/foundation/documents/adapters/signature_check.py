"""Reads the signatures of a PDF that somebody hands in, trusting this installation's authority alone."""

import io
import struct
import zlib
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from nentang.kernel.frozen import Frozen


class SignatureReport(Frozen):
    """What a signature says. `is_ours`: by an organisation of this installation."""

    signer: str
    signed_at: datetime | None
    is_ours: bool
    is_intact: bool
    covers_whole_file: bool

    @property
    def is_sound(self) -> bool:
        """Ours, and not a byte was changed or added since."""
        return self.is_ours and self.is_intact and self.covers_whole_file


UNREADABLE = SignatureReport("", None, is_ours=False, is_intact=False, covers_whole_file=False)

BROKEN = (
    *(ValueError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(RecursionError, NotImplementedError, AssertionError, zlib.error, struct.error),
)
"""What a reader says of a file that somebody bent on purpose."""


def check_signature(pdf: bytes, *, at: datetime) -> SignatureReport | None:
    """What the signatures in a PDF say, the last one by name; None where there is none.

    A stranger's file may be broken in any way: with traces of a signature it is reported as broken.
    """
    from pyhanko.pdf_utils.misc import PdfError  # noqa: PLC0415 - heavy
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - heavy
    from pyhanko.sign.general import SigningError  # noqa: PLC0415 - heavy

    try:
        signatures = PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures
        return _together([_report(each, at) for each in signatures])
    except (PdfError, SigningError, *BROKEN):
        return UNREADABLE if b"/ByteRange" in pdf else None


def _together(reports: list[SignatureReport]) -> SignatureReport | None:
    """The last one, which is over all others; sound only where each of them is."""
    if not reports:
        return None
    return replace(
        reports[-1],
        is_ours=all(each.is_ours for each in reports),
        is_intact=all(each.is_intact for each in reports),
    )


def _report(signature: Any, at: datetime) -> SignatureReport:
    from asn1crypto import x509  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy, no types
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - heavy
    from pyhanko.sign.validation import validate_pdf_signature  # noqa: PLC0415 - heavy
    from pyhanko.sign.validation.status import SignatureCoverageLevel  # noqa: PLC0415 - heavy
    from pyhanko_certvalidator import ValidationContext  # noqa: PLC0415 - heavy

    from .authority import authority  # noqa: PLC0415 - heavy

    root = x509.Certificate.load(authority().certificate.public_bytes(Encoding.DER))
    trust = ValidationContext(trust_roots=[root], moment=at, allow_fetching=False)
    status = validate_pdf_signature(signature, trust, skip_diff=True)
    return SignatureReport(
        signer=status.signing_cert.subject.native.get("common_name", ""),
        signed_at=status.signer_reported_dt,
        is_ours=bool(status.trusted),
        is_intact=bool(status.intact and status.valid),
        covers_whole_file=status.coverage == SignatureCoverageLevel.ENTIRE_FILE,
    )
