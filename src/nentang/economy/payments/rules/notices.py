"""What a gateway tells: an order was paid or refused, or a transfer arrived."""

import json
from enum import StrEnum
from typing import Any

from nentang.economy.payments.errors import MessageUnreadable
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import is_storable


class Kind(StrEnum):
    """The three things a gateway tells."""

    ORDER_PAID = "order.paid"
    ORDER_REFUSED = "order.refused"
    TRANSFER_RECEIVED = "transfer.received"


class Notice(Frozen):
    """One message. Orders carry our `code`; transfers carry `purpose` and the receiving account."""

    id: str
    kind: Kind
    amount: int
    code: str = ""
    transaction: str = ""
    purpose: str = ""
    bank_bin: str = ""
    account: str = ""


def read_notice(body: bytes) -> Notice:
    """The message in a body; MessageUnreadable where a field lacks, is too long or of another type."""
    try:
        told = json.loads(body)
        notice = Notice(
            id=_text(told, "id", required=True),
            kind=Kind(_text(told, "type", required=True)),
            amount=told["amount"],
            code=_text(told, "code"),
            transaction=_text(told, "transaction"),
            purpose=_text(told, "purpose", longest=200),
            bank_bin=_text(told, "bank_bin"),
            account=_text(told, "account"),
        )
        return checked(notice)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise MessageUnreadable from fault


def checked(notice: Notice) -> Notice:
    """The notice, if its sum is one and money has a transaction; ValueError."""
    if type(notice.amount) is not int or not 0 <= notice.amount < 10**13:
        raise ValueError("amount")
    if notice.kind is not Kind.ORDER_REFUSED and not notice.transaction:
        raise ValueError("transaction")
    if any(len(each) > 80 for each in (notice.id, notice.code, notice.transaction)):
        raise ValueError("length")
    texts = (notice.id, notice.code, notice.transaction, notice.purpose, notice.bank_bin)
    if not is_storable("".join((*texts, notice.account))):
        raise ValueError("characters")
    return notice


def _text(told: dict[str, Any], name: str, *, required: bool = False, longest: int = 80) -> str:
    value = told[name] if required else told.get(name, "")
    if not isinstance(value, str) or len(value) > longest or (required and not value):
        raise ValueError(name)
    return value
