"""Messages, keys and certificates made outside the installation, to be judged by it."""

import base64
import hashlib
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from nentang.government.document_exchange.rules.edxml.signing import SigningKey, sign
from nentang.government.document_exchange.rules.edxml.values import (
    Attachment,
    AxisDocument,
    AxisStatus,
    InReplyTo,
    Party,
    Signer,
    TraceStep,
)
from nentang.government.document_exchange.rules.edxml.verify import TrustedCertificate
from nentang.government.document_exchange.rules.edxml.write import write_document, write_status
from nentang.kernel.frozen import Frozen

AT = datetime(2020, 12, 7, 2, 0, tzinfo=UTC)


class Outsider(Frozen):
    """Somebody with a key and a certificate."""

    signing: SigningKey
    pem: str
    trusted: TrustedCertificate


@cache
def make_signer(name: str = "elsewhere", valid_from: int = 2019, valid_to: int = 2039) -> Outsider:
    """An RSA-2048 key with a certificate by itself; the same name gives the same."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    begins, ends = datetime(valid_from, 1, 1, tzinfo=UTC), datetime(valid_to, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .sign(key, hashes.SHA256())
    )
    der = certificate.public_bytes(serialization.Encoding.DER)
    return Outsider(
        SigningKey(key, base64.b64encode(der)),
        certificate.public_bytes(serialization.Encoding.PEM).decode(),
        TrustedCertificate(der, begins, ends),
    )


def document(*attached: bytes, **more: Any) -> AxisDocument:
    """A document from H43 to H42."""
    return AxisDocument(
        **{
            "sender": Party("000.00.00.H43", "Uỷ ban nhân dân tỉnh Thử"),
            "receivers": (Party("000.00.00.H42", "Uỷ ban nhân dân tỉnh Mẫu"),),
            "document_id": "000.00.00.H43,2020/12/07,7/QĐ-UBND",
            "number": "7",
            "notation": "QĐ-UBND",
            "promulgated_on": date(2020, 12, 7),
            "place": "Tỉnh Thử",
            "type_name": "Quyết định",
            "subject": "Về việc thử",
            "signer": Signer(full_name="Bùi Văn Thử"),
            "trace": (TraceStep("000.00.00.H43", AT),),
            "attachments": tuple(map(attachment, attached)),
            **more,
        }
    )


def attachment(content: bytes) -> Attachment:
    """A PDF within the message."""
    return Attachment(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type="application/pdf",
        name="van-ban.pdf",
        content=content,
    )


def status(**more: Any) -> AxisStatus:
    """A status from H43 about a document of H42."""
    return AxisStatus(
        **{
            "sender": Party("000.00.00.H43", "Uỷ ban nhân dân tỉnh Thử"),
            "about": InReplyTo("000.00.00.H42", "000.00.00.H42,2020/12/07,12/QĐ-UBND"),
            "code": "03",
            "description": "",
            "at": AT,
            **more,
        }
    )


def signed(said: AxisDocument | AxisStatus, by: Outsider | None = None) -> bytes:
    """The message, signed."""
    unsigned = write_document(said) if isinstance(said, AxisDocument) else write_status(said)
    return sign(unsigned, (by or make_signer()).signing)
