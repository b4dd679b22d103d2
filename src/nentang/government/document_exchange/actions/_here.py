"""This installation's own entry, made when it is first needed."""

from datetime import datetime

from nentang.government.document_exchange.adapters.own_key import (
    VALID_FROM,
    VALID_TO,
    own_credential,
)
from nentang.government.document_exchange.models import Certificate, Installation


def here(at: datetime) -> Installation:
    """The entry, with the certificate that it signs with now."""
    installation, _made = Installation.objects.get_or_create(
        is_here=True,
        defaults={"code": "tai-day", "name": "Hệ thống này", "connected_at": at},
    )
    own = own_credential()
    Certificate.objects.get_or_create(
        fingerprint=own.fingerprint,
        defaults={
            "installation": installation,
            "der": own.der,
            "valid_from": VALID_FROM,
            "valid_to": VALID_TO,
        },
    )
    return installation
