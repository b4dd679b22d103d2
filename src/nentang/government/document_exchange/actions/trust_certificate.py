"""Trust another certificate of an installation, or one no more."""

import hashlib
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.document_exchange.errors import (
    InstallationKnown,
    InstallationNotFound,
    InstallationUnreadable,
)
from nentang.government.document_exchange.models import Certificate, Installation
from nentang.government.document_exchange.permissions import check_can_mend

SMALLEST = 2048  # bits


@transaction.atomic
def trust_certificate(
    *, installation_code: str, certificate: str, actor: Actor, at: datetime
) -> Certificate:
    """The certificate (PEM), beside those that hold already. InstallationUnreadable, InstallationKnown."""
    check_can_mend(actor)
    installation = _find(installation_code)
    trusted = add_certificate(installation, certificate)
    record(
        actor=actor,
        action="document_exchange.trust_certificate",
        subject=f"installation:{installation.pk}",
        details={"fingerprint": trusted.fingerprint},
        at=at,
    )
    return trusted


@transaction.atomic
def revoke_certificate(
    *, installation_code: str, fingerprint: str, actor: Actor, at: datetime
) -> Certificate:
    """The certificate, which signs nothing from now on. InstallationNotFound."""
    check_can_mend(actor)
    installation = _find(installation_code)
    known = installation.certificates.select_for_update().filter(fingerprint=fingerprint).first()
    if known is None:
        raise InstallationNotFound
    if known.revoked_at is None:
        known.revoked_at = at
        known.save(update_fields=["revoked_at"])
        record(
            actor=actor,
            action="document_exchange.revoke_certificate",
            subject=f"installation:{installation.pk}",
            details={"fingerprint": fingerprint},
            at=at,
        )
    return known


def add_certificate(installation: Installation, pem: str) -> Certificate:
    """The certificate as a row; InstallationUnreadable, InstallationKnown. Called within an action."""
    from cryptography import x509  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey  # noqa: PLC0415 - heavy
    from cryptography.hazmat.primitives.serialization import Encoding  # noqa: PLC0415 - heavy

    try:
        read = x509.load_pem_x509_certificate(pem.strip().encode())
        key = read.public_key()
    except ValueError as fault:
        raise InstallationUnreadable from fault
    if not isinstance(key, RSAPublicKey) or key.key_size < SMALLEST:
        raise InstallationUnreadable
    der = read.public_bytes(Encoding.DER)
    fingerprint = hashlib.sha256(der).hexdigest()
    if Certificate.objects.filter(fingerprint=fingerprint).exists():
        raise InstallationKnown
    return Certificate.objects.create(
        installation=installation,
        der=der,
        fingerprint=fingerprint,
        valid_from=read.not_valid_before_utc,
        valid_to=read.not_valid_after_utc,
    )


def _find(code: str) -> Installation:
    installation = Installation.objects.filter(code=code).first()
    if installation is None:
        raise InstallationNotFound
    return installation
