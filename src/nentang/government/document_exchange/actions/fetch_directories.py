"""Ask other installations for whom they speak."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import SYSTEM
from nentang.government.document_exchange.adapters.line import line_to
from nentang.government.document_exchange.errors import OtherSideAway, ParticipantKnown
from nentang.government.document_exchange.models import Installation
from nentang.kernel.identifiers import InvalidIdentifier

from .list_participant import list_participant

MOST_PAGES = 50


def fetch_directories(*, at: datetime) -> int:
    """How many entries were read. What an installation says of bodies that others speak for changes nothing."""
    found = Installation.objects.filter(is_here=False, is_open=True).order_by("pk")
    return sum(_fetch(each, at) for each in found if each.is_due(at))


def _fetch(installation: Installation, at: datetime) -> int:
    read, after = 0, ""
    try:
        with line_to(installation.url) as line:
            for _page in range(MOST_PAGES):
                told = line.get(f"/participants?after={after}")
                entries = told.get("participants")
                if not isinstance(entries, list) or not entries:
                    break
                read += sum(_list(installation, each, at) for each in entries[:500])
                after = str(told.get("next", ""))[:35]
    except OtherSideAway:
        return read
    return read


def _list(installation: Installation, told: Any, at: datetime) -> bool:
    try:
        list_participant(
            code=str(told["code"]),
            name=str(told["name"])[:200],
            installation_code=installation.code,
            kinds=[int(each) for each in told["kinds"]][:10],
            takes_parts=bool(told["takes_parts"]),
            actor=SYSTEM,
            at=at,
        )
    except (KeyError, TypeError, ValueError, InvalidIdentifier, ParticipantKnown):
        return False
    return True
