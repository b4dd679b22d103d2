"""Agree with another portal to exchange states."""

import re
from datetime import datetime
from typing import TypedDict, Unpack
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.status_sync.adapters.line import SEALED_FOR
from nentang.government.status_sync.errors import PortalKnown, PortalUnreadable
from nentang.government.status_sync.models import Portal
from nentang.government.status_sync.permissions import check_can_connect

_CODE = re.compile(r"[a-z0-9-]{2,40}")


class Line(TypedDict, total=False):
    """Where a portal is reached; `our_code` and `their_key` are what it gave us to sign with, if it did."""

    push_url: str
    pull_url: str
    our_code: str
    their_key: str


@transaction.atomic
def connect_portal(
    *, code: str, name: str, actor: Actor, at: datetime, **line: Unpack[Line]
) -> Portal:
    """The portal; everything from the first dossier on is sent to it. PortalUnreadable; PortalKnown."""
    check_can_connect(actor)
    portal = Portal(
        code=code,
        name=name.strip()[:200],
        push_url=line.get("push_url", "").strip(),
        pull_url=line.get("pull_url", "").strip(),
        our_code=line.get("our_code", "").strip(),
        their_key=_sealed(line.get("their_key", "").strip()[:200]),
        connected_at=at,
    )
    if not _is_readable(portal):
        raise PortalUnreadable
    if Portal.objects.filter(code=code).exists():
        raise PortalKnown
    portal.save()
    record(
        actor=actor,
        action="status_sync.connect_portal",
        subject=f"portal:{portal.pk}",
        details={"code": code},
        at=at,
    )
    return portal


def _is_readable(portal: Portal) -> bool:
    codes = (portal.code, portal.our_code or portal.code)
    addresses = (portal.push_url, portal.pull_url)
    return (
        bool(portal.name) and all(map(_CODE.fullmatch, codes)) and all(map(_is_address, addresses))
    )


def _sealed(key: str) -> str:
    from nentang.foundation.identity.public.sealing import seal  # noqa: PLC0415 - heavy

    return seal(key, SEALED_FOR) if key else ""


def _is_address(url: str) -> bool:
    """Empty or https; plain http only where the installation itself is not in production."""
    parts = urlsplit(url)
    schemes = ("http", "https") if settings.DEMO or settings.DEBUG else ("https",)
    return not url or (parts.scheme in schemes and bool(parts.hostname) and len(url) <= 400)
