"""Note under which keys records are looked for."""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice

from django.conf import settings

from nentang.foundation.registers.models import LikenessKey, Record, every_row
from nentang.foundation.registers.registry import Register, register_named

AT_ONCE = 1000


def note_keys(*, register: str, first_id: int, last_id: int, at: datetime) -> int:
    """How many keys the records between the two are looked for under; the same again is nothing new."""
    kind = register_named(register)
    if not kind.likeness:
        return 0
    found = every_row(kind.record).filter(pk__range=(first_id, last_id))
    records, noted = found.order_by("pk").iterator(chunk_size=AT_ONCE), 0
    while some := list(islice(records, AT_ONCE)):
        rows = list(_keys(kind, some, at))
        noted += len(LikenessKey.objects.bulk_create(rows, ignore_conflicts=True))
    return noted


def _keys(kind: Register, records: Sequence[Record], at: datetime) -> Iterator[LikenessKey]:
    codes = {record.pk: record.code for record in records}
    for rule in kind.likeness:
        for pk, keys in rule.keys(records).items():
            for key in set(keys):
                yield LikenessKey(
                    register=kind.name,
                    rule=rule.name,
                    key=_hidden(key),
                    record_code=codes[pk],
                    noted_at=at,
                )


def _hidden(key: str) -> str:
    """The key as it is stored: nobody reads a name from it."""
    secret = str(settings.SECRET_KEY).encode()
    return hmac.new(secret, f"likeness|{key}".encode(), hashlib.sha256).hexdigest()[:32]
