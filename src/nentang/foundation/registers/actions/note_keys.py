"""Note under which keys a record is looked for."""

import hashlib
import hmac
from datetime import datetime

from django.conf import settings

from nentang.foundation.registers.models import LikenessKey, every_row
from nentang.foundation.registers.registry import register_named


def note_keys(*, register: str, record_id: int, at: datetime) -> int:
    """How many new keys the record is looked for under; the same again is nothing new."""
    kind = register_named(register)
    record = every_row(kind.record).filter(pk=record_id).first()
    if record is None or not kind.likeness:
        return 0
    rows = [
        LikenessKey(
            register=register,
            rule=rule.name,
            key=_hidden(key),
            record_code=record.code,
            noted_at=at,
        )
        for rule in kind.likeness
        for key in set(rule.keys(record))
    ]
    return len(LikenessKey.objects.bulk_create(rows, ignore_conflicts=True))


def _hidden(key: str) -> str:
    """The key as it is stored: nobody reads a name from it."""
    secret = str(settings.SECRET_KEY).encode()
    return hmac.new(secret, f"likeness|{key}".encode(), hashlib.sha256).hexdigest()[:32]
