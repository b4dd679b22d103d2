"""Note under which keys records are looked for."""

import hashlib
import hmac
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings

from nentang.foundation.registers.models import LikenessKey, every_row
from nentang.foundation.registers.registry import register_named


def note_keys(*, register: str, record_ids: Sequence[int], at: datetime) -> int:
    """How many new keys the records are looked for under; the same again is nothing new."""
    kind = register_named(register)
    if not kind.likeness:
        return 0
    rows = [
        LikenessKey(
            register=register,
            rule=rule.name,
            key=_hidden(key),
            record_code=record.code,
            noted_at=at,
        )
        for record in every_row(kind.record).filter(pk__in=record_ids)
        for rule in kind.likeness
        for key in set(rule.keys(record))
    ]
    return len(LikenessKey.objects.bulk_create(rows, ignore_conflicts=True))


def _hidden(key: str) -> str:
    """The key as it is stored: nobody reads a name from it."""
    secret = str(settings.SECRET_KEY).encode()
    return hmac.new(secret, f"likeness|{key}".encode(), hashlib.sha256).hexdigest()[:32]
