"""VietQR: the transfer order in a QR code, as NAPAS lays it down over EMVCo's TLV.

Fields 00 version, 01 static or dynamic, 38 beneficiary, 53 currency, 54 amount, 58 country,
62.08 purpose, 63 checksum (CRC-16/CCITT-FALSE over everything before it).
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from nentang.economy.payments.errors import QrUnreadable
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import fold

NAPAS = "A000000727"
DONG = "704"
LONGEST_PURPOSE = 25
_BENEFICIARY, _AMOUNT, _EXTRA, _CHECKSUM = "38", "54", "62", "63"
_BIN = re.compile(r"\d{6}", re.ASCII)
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}")
_MONEY = re.compile(r"[1-9]\d{0,12}", re.ASCII)
_PURPOSE = re.compile(r"[0-9A-Za-z .\-]{1,25}")


class Service(StrEnum):
    """Transfer to an account or to a card."""

    ACCOUNT = "QRIBFTTA"
    CARD = "QRIBFTTC"


class Transfer(Frozen):
    """What a VietQR code asks the payer's bank to do; no amount: the payer types it."""

    bank_bin: str
    account: str
    amount: int | None = None
    purpose: str = ""
    service: Service = Service.ACCOUNT

    def __post_init__(self) -> None:
        sound = (
            _BIN.fullmatch(self.bank_bin)
            and _ACCOUNT.fullmatch(self.account)
            and (self.amount is None or _MONEY.fullmatch(str(self.amount)))
            and (not self.purpose or _PURPOSE.fullmatch(self.purpose))
        )
        if not sound:
            raise QrUnreadable


def encode(transfer: Transfer) -> str:
    """The text of the QR code; dynamic (12) where the amount is fixed, static (11) otherwise."""
    beneficiary = _join([("00", transfer.bank_bin), ("01", transfer.account)])
    fields = [
        ("00", "01"),
        ("01", "11" if transfer.amount is None else "12"),
        (_BENEFICIARY, _join([("00", NAPAS), ("01", beneficiary), ("02", transfer.service)])),
        ("53", DONG),
        *([(_AMOUNT, str(transfer.amount))] if transfer.amount is not None else []),
        ("58", "VN"),
        *([(_EXTRA, _join([("08", transfer.purpose)]))] if transfer.purpose else []),
    ]
    unsealed = f"{_join(fields)}{_CHECKSUM}04"
    return unsealed + checksum(unsealed)


def decode(text: str) -> Transfer:
    """The transfer in a QR code; QrUnreadable where anything in it is not as it must be."""
    text = text.strip()
    if not text.isascii() or text[-8:-4] != f"{_CHECKSUM}04" or checksum(text[:-4]) != text[-4:]:
        raise QrUnreadable
    fields = _split(text)
    beneficiary = _split(fields.get(_BENEFICIARY, ""))
    account = _split(beneficiary.get("01", ""))
    fixed = (next(iter(fields)), fields.get("00"), fields.get("53"), fields.get("58"))
    if fixed != ("00", "01", DONG, "VN") or beneficiary.get("00") != NAPAS:
        raise QrUnreadable
    if fields.get("01") not in ("11", "12") or beneficiary.get("02") not in set(Service):
        raise QrUnreadable
    return Transfer(
        bank_bin=account.get("00", ""),
        account=account.get("01", ""),
        amount=_amount(fields.get(_AMOUNT)),
        purpose=_split(fields.get(_EXTRA, "")).get("08", ""),
        service=Service(beneficiary["02"]),
    )


def checksum(text: str) -> str:
    """CRC-16/CCITT-FALSE (polynomial 1021, start FFFF) as four capital hexadecimal digits."""
    register = 0xFFFF
    for byte in text.encode("ascii"):
        register ^= byte << 8
        for _ in range(8):
            register = (register << 1) ^ (0x1021 if register & 0x8000 else 0)
        register &= 0xFFFF
    return f"{register:04X}"


def purpose(*parts: str) -> str:
    """The parts in the characters that every bank lets through, whole words up to 25: `TT01 LE PHI`."""
    text = re.sub(r"[^0-9a-z]+", " ", fold(" ".join(parts))).upper().strip()
    if len(text) <= LONGEST_PURPOSE:
        return text
    return text[: LONGEST_PURPOSE + 1].rpartition(" ")[0] or text[:LONGEST_PURPOSE]


def _amount(digits: str | None) -> int | None:
    if digits is None:
        return None
    if not _MONEY.fullmatch(digits):
        raise QrUnreadable
    return int(digits)


def _join(fields: Iterable[tuple[str, str]]) -> str:
    return "".join(f"{tag}{len(value):02d}{value}" for tag, value in fields)


def _split(text: str) -> dict[str, str]:
    """Tag, two digits of length, value; no tag twice, nothing left over."""
    fields: dict[str, str] = {}
    while text:
        tag, length = text[:2], text[2:4]
        if not (tag + length).isdecimal() or len(length) < 2 or tag in fields:
            raise QrUnreadable
        end = 4 + int(length)
        if end == 4 or end > len(text):
            raise QrUnreadable
        fields[tag], text = text[4:end], text[end:]
    return fields
