"""Agree with another installation to exchange documents."""

import re
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.document_exchange.errors import (
    InstallationKnown,
    InstallationUnreadable,
)
from nentang.government.document_exchange.models import Installation
from nentang.government.document_exchange.permissions import check_can_mend
from nentang.government.document_exchange.rules.bus import name_in

from .trust_certificate import add_certificate

_CODE = re.compile(r"[a-z0-9-]{2,40}")


@transaction.atomic
def connect_installation(
    *, code: str, name: str, url: str, certificate: str, actor: Actor, at: datetime
) -> Installation:
    """The installation, trusted with that certificate (PEM). InstallationUnreadable, InstallationKnown."""
    check_can_mend(actor)
    name, url = name.strip()[:200], url.strip()
    if not (_CODE.fullmatch(code) and name and is_address(url)):
        raise InstallationUnreadable
    if Installation.objects.filter(code=code).exists():
        raise InstallationKnown
    installation = Installation.objects.create(code=code, name=name, url=url, connected_at=at)
    add_certificate(installation, certificate)
    record(
        actor=actor,
        action="document_exchange.connect_installation",
        subject=f"installation:{installation.pk}",
        details={"code": code},
        at=at,
    )
    return installation


def is_address(url: str) -> bool:
    """https; plain http only where the installation itself is not in production; `nats:name` where there is a bus."""
    if settings.AXIS_BUS and name_in(url):
        return True
    parts = urlsplit(url)
    schemes = ("http", "https") if settings.DEMO or settings.DEBUG else ("https",)
    return parts.scheme in schemes and bool(parts.hostname) and len(url) <= 400
