"""What every paper says of a dossier."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from nentang.kernel.frozen import Frozen


def written_phone(kept: str) -> str:
    """`0912345678` for `+84912345678`, as people write it."""
    return kept.replace("+84", "0", 1)


class Matter(Frozen):
    """A dossier as papers name it; `place` is where the applicant lives."""

    code: str
    applicant: str
    phone: str
    email: str
    place: str
    answers: Mapping[str, Any]
    fee: int
    received_at: datetime | None
    due_at: datetime | None
