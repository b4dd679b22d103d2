"""Answer a repeated request with the answer it already got."""

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.economy.payments.errors import KeyReused
from nentang.economy.payments.models import IdempotencyKey


def answer_once(
    *, scope: str, key: str, body: bytes, answer: Callable[[], dict[str, Any]], at: datetime
) -> dict[str, Any]:
    """What `answer` gives the first time, the same ever after; KeyReused for another body.

    `scope` says who asks for what; `answer` acts and replies within this transaction, so that the
    act and the memory of it stand or fall together.
    """
    digest = hashlib.sha256(body).hexdigest()
    with transaction.atomic():
        kept, is_new = IdempotencyKey.objects.select_for_update().get_or_create(
            scope=scope,
            key=key,
            defaults={"body_hash": digest, "answer": {}, "answered_at": at},
        )
        if kept.body_hash != digest:
            raise KeyReused
        if is_new:
            kept.answer = answer()
            kept.save(update_fields=["answer"])
    return dict(kept.answer)
