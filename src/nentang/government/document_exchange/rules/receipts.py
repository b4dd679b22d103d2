"""Receipts: the standard's status message, 01 or 02, signed, naming the very bytes that it is for."""

from datetime import datetime

from nentang.kernel.frozen import Frozen

from .edxml.values import AxisStatus, InReplyTo, Party

_NAMES = "sha256:"


class ReadReceipt(Frozen):
    """What a receipt says: whether it was taken, and else why not."""

    is_taken: bool
    reason: str
    at: datetime


def receipt_for(
    message_id: str, *, receiver: Party, about: InReplyTo, refusal: str, at: datetime
) -> AxisStatus:
    """01 (arrived), or 02 (refused) with the code and the sentence of the refusal."""
    return AxisStatus(
        sender=receiver,
        about=about,
        code="02" if refusal else "01",
        description=f"{_NAMES}{message_id}; {refusal}" if refusal else f"{_NAMES}{message_id}",
        at=at.replace(microsecond=0),
    )


def read_receipt(said: AxisStatus, message_id: str) -> ReadReceipt | None:
    """What it says about that message; None where it is about another, or no receipt."""
    named, _semicolon, reason = said.description.partition(";")
    if said.code not in ("01", "02") or named.strip() != _NAMES + message_id:
        return None
    return ReadReceipt(said.code == "01", reason.strip(), said.at)
