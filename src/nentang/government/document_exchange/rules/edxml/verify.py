"""Checks a signature: first that it has the one shape we take, then with xmlsec that it fits.

A signature that covers only a part, or something beside the message, is the way in which signed XML is
most often wrapped; so the reference must be the empty one (the whole), there is one signature at its one
place, and it holds no objects.
"""

import base64
import binascii
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from nentang.government.document_exchange.errors import (
    CertificateExpired,
    CertificateUnknown,
    SignatureMisshapen,
    SignatureMissing,
    SignatureWrong,
)
from nentang.kernel.frozen import Frozen

from .markup import NAMESPACE
from .signing import DSIG, ENVELOPED, EXCLUSIVE, RSA_SHA256, SHA256

if TYPE_CHECKING:  # heavy
    from lxml.etree import _Element

ECDSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
_DS, _AT = f"{{{DSIG}}}", f"{{{NAMESPACE}}}"
_SIGNATURE = ["SignedInfo", "SignatureValue", "KeyInfo"]
_INFO = ["CanonicalizationMethod", "SignatureMethod", "Reference"]
_REFERENCE = ["Transforms", "DigestMethod", "DigestValue"]
_TRANSFORMS = [ENVELOPED, EXCLUSIVE]


class TrustedCertificate(Frozen):
    """A certificate that the directory has for a sender: DER, and when it may be used."""

    der: bytes
    valid_from: datetime
    valid_to: datetime
    revoked_at: datetime | None = None

    def holds(self, at: datetime) -> bool:
        """Whether it may sign at that instant."""
        is_revoked = self.revoked_at is not None and self.revoked_at <= at
        return self.valid_from <= at < self.valid_to and not is_revoked


def check_signature(
    root: "_Element", trusted: tuple[TrustedCertificate, ...], *, at: datetime
) -> None:
    """Returns where one of the trusted certificates signed all of it.

    SignatureMissing, SignatureMisshapen, CertificateUnknown, CertificateExpired, SignatureWrong.
    """
    signature = _the_signature(root)
    named = _certificate_in(signature)
    used = next((each for each in trusted if each.der == named), None)
    if used is None:
        raise CertificateUnknown
    if not used.holds(at):
        raise CertificateExpired
    _check_fits(signature, used.der)


def _the_signature(root: "_Element") -> "_Element":
    """The one signature, at its place in the header, of the one shape."""
    all_of_them = list(root.iter(_DS + "Signature"))
    if not all_of_them:
        raise SignatureMissing
    header = root.find(f"{_AT}edXMLEnvelope/{_AT}edXMLHeader")
    signature = all_of_them[0]
    if len(all_of_them) > 1 or header is None or signature.getparent() is not header:
        raise SignatureMisshapen
    info, _value, key = _children(signature, _SIGNATURE)
    canonical, method, reference = _children(info, _INFO)
    transforms, digest, _digest_value = _children(reference, _REFERENCE)
    algorithms = [each.get("Algorithm") for each in transforms]
    is_ours = (
        reference.get("URI") == ""
        and algorithms == _TRANSFORMS
        and {each.tag for each in transforms} == {_DS + "Transform"}
        and not any(len(each) for each in (*transforms, canonical, method, digest))
        and canonical.get("Algorithm") == EXCLUSIVE
        and method.get("Algorithm") in (RSA_SHA256, ECDSA_SHA256)
        and digest.get("Algorithm") == SHA256
        and len(list(key.iter(_DS + "X509Certificate"))) == 1
    )
    if not is_ours:
        raise SignatureMisshapen
    return signature


def _children(parent: "_Element", names: list[str]) -> "list[_Element]":
    found = list(parent)
    if [each.tag for each in found] != [_DS + name for name in names]:
        raise SignatureMisshapen
    return found


def _certificate_in(signature: "_Element") -> bytes:
    element = next(signature.iter(_DS + "X509Certificate"))
    try:
        return base64.b64decode("".join((element.text or "").split()), validate=True)
    except (binascii.Error, ValueError) as fault:
        raise SignatureMisshapen from fault


def _check_fits(signature: "_Element", der: bytes) -> None:
    import xmlsec  # noqa: PLC0415 - heavy

    context = xmlsec.SignatureContext()
    context.key = _public_key(der)
    try:
        context.verify(signature)
    except xmlsec.Error as fault:
        raise SignatureWrong from fault


@lru_cache(maxsize=512)
def _public_key(der: bytes) -> Any:
    """The bare key: given the whole certificate, xmlsec would look at its chain with every message."""
    import xmlsec  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 - heavy
        Encoding,
        PublicFormat,
    )
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415 - heavy

    key = load_der_x509_certificate(der).public_key()
    plain = key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return xmlsec.Key.from_memory(plain, xmlsec.constants.KeyDataFormatDer)
