"""Signatures in PDF by pyHanko: PAdES-B-B, or B-T where a time-stamping authority is named."""

import io
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from cryptography.hazmat.primitives import serialization
from django.conf import settings

from nentang.kernel.clock import VIETNAM

from .authority import credential_of
from .party import ALONE, Place, SigningParty

RESERVED = 8192  # hexadecimal digits of a B-B signature (about 4,000); saves pyHanko a trial run


class Signer(Protocol):
    """Whoever keeps the keys of bodies and officers, and signs with them."""

    def sign(self, pdf: bytes, *, party: SigningParty, at: datetime, place: Place = ALONE) -> bytes:
        """The PDF with the party's signature appended, dated `at`."""


class KeyFileSigner:
    """Signs with the encrypted key files of this installation."""

    def sign(self, pdf: bytes, *, party: SigningParty, at: datetime, place: Place = ALONE) -> bytes:
        """The PDF with the party's signature appended, dated `at`."""
        holder = _holder(party, Path(settings.KEYS_FOLDER))
        return sign_pdf(pdf, holder, name=party.name, at=at, place=place)


@lru_cache(maxsize=256)
def _holder(party: SigningParty, folder: Path) -> Any:
    """The party's key as pyHanko takes it; parsed once in a process."""
    from asn1crypto import keys, x509  # type: ignore[import-untyped]  # noqa: PLC0415 - heavy, no types
    from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415 - heavy

    from .moulded_signer import MouldedSigner  # noqa: PLC0415 - heavy

    credential = credential_of(party)
    der = serialization.Encoding.DER
    return MouldedSigner(
        signing_cert=x509.Certificate.load(credential.certificate.public_bytes(der)),
        signing_key=keys.PrivateKeyInfo.load(
            credential.key.private_bytes(
                der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        ),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]  # pyhanko leaves it so
    )


class Pkcs11Signer:
    """Signs inside a token. Keys and certificates are labelled `organization-<id>` and `officer-<account>`."""

    def __init__(self, *, module: str, token: str, pin: str) -> None:
        self._module = module
        self._token = token
        self._pin = pin

    def sign(self, pdf: bytes, *, party: SigningParty, at: datetime, place: Place = ALONE) -> bytes:
        """The PDF with the party's signature appended, dated `at`."""
        from pyhanko.config.pkcs11 import TokenCriteria  # noqa: PLC0415 - heavy
        from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session  # noqa: PLC0415 - heavy

        label = party.label
        with open_pkcs11_session(
            self._module, token_criteria=TokenCriteria(label=self._token), user_pin=self._pin
        ) as session:
            holder = PKCS11Signer(
                session,
                cert_label=label,
                key_label=label,
                use_raw_mechanism=True,  # hashed here: tokens such as SoftHSM sign a digest only
            )
            return sign_pdf(pdf, holder, name=party.name, at=at, place=place)


def signer() -> Signer:
    """The keeper of keys of this installation."""
    module = getattr(settings, "DOCUMENTS_PKCS11_MODULE", "")
    if not module:
        return KeyFileSigner()
    return Pkcs11Signer(
        module=module,
        token=getattr(settings, "DOCUMENTS_PKCS11_TOKEN", ""),
        pin=getattr(settings, "DOCUMENTS_PKCS11_PIN", ""),
    )


def sign_pdf(pdf: bytes, holder: Any, *, name: str, at: datetime, place: Place = ALONE) -> bytes:
    """The PDF signed by a pyHanko signer as an incremental update; nothing may change after the last."""
    from pyhanko.pdf_utils.incremental_writer import (  # noqa: PLC0415 - heavy
        IncrementalPdfFileWriter,
    )
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter  # noqa: PLC0415 - heavy
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner  # noqa: PLC0415 - heavy

    class SignerAt(PdfSigner):
        """Dates the signature with the instant of the act, not with the machine's clock."""

        def init_signing_session(self, *args: Any, **kwargs: Any) -> Any:
            session = super().init_signing_session(*args, **kwargs)
            session.system_time = at.astimezone(VIETNAM)
            return session

    metadata = PdfSignatureMetadata(
        field_name=place.field,
        name=name,
        location="Việt Nam",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=place.is_first,
        docmdp_permissions=MDPPerm.NO_CHANGES if place.is_last else MDPPerm.FILL_FORMS,
    )
    timestamper = _timestamper()
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    signed = SignerAt(metadata, holder, timestamper=timestamper).sign_pdf(
        writer, bytes_reserved=None if timestamper else RESERVED
    )
    content: bytes = signed.getvalue()
    return content


def _timestamper() -> Any:
    url = getattr(settings, "DOCUMENTS_TSA_URL", "")
    if not url:
        return None
    from pyhanko.sign.timestamps import HTTPTimeStamper  # noqa: PLC0415 - heavy

    return HTTPTimeStamper(url)
