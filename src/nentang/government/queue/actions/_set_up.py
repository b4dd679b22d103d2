"""What leaders enter, made sure of."""

import re
from datetime import datetime
from unicodedata import normalize

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.queue.errors import SetUpUnreadable
from nentang.government.queue.models import Office

_PREFIX = re.compile(r"[A-Z]{1,2}")
LONGEST_NAME = 80


def checked_prefix(text: str) -> str:
    """One or two capital letters; SetUpUnreadable."""
    prefix = text.strip().upper()
    if not _PREFIX.fullmatch(prefix):
        raise SetUpUnreadable
    return prefix


def checked_name(text: str) -> str:
    """Composed and single-spaced; SetUpUnreadable where nothing or too much is left."""
    name = " ".join(normalize("NFC", text).split())
    if not 0 < len(name) <= LONGEST_NAME:
        raise SetUpUnreadable
    return name


def note_set_up(
    action: str, office: Office, actor: Actor, at: datetime, **details: str | int
) -> None:
    """Audit of a change of the office."""
    record(
        actor=actor,
        action=f"queue.{action}",
        subject=f"queue_office:{office.pk}",
        organization_id=office.organization_id,
        details=details,
        at=at,
    )
