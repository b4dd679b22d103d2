"""Money that moves in the demo's bank, and what bank and treasury say of it afterwards."""

import json
from contextlib import closing
from datetime import date, datetime, timedelta

from django.conf import settings

from nentang.config.bank.store import Movement, Store
from nentang.economy.payments.actions import (
    accept_gateway_message,
    match_day,
    take_in_statement,
)
from nentang.economy.payments.models import Booking, Break, PayeeAccount, PaymentRequest
from nentang.economy.payments.rules.statements import COLUMNS
from nentang.kernel.clock import legal_day
from nentang.kernel.signatures import SharedKey, payload_of

STATED_DAYS = 10  # at the end of the year, for which there are statements
FORGOTTEN = 8  # from the end: the transfer that the treasury has not booked


def transfer_by_vietqr(reference: str, at: datetime) -> None:
    """What the bank tells after a VietQR transfer, signed as the bank signs it."""
    request = PaymentRequest.objects.get(reference=reference)
    account = PayeeAccount.objects.get(organization_id=request.payee_id, valid_to=None)
    _tell(account, request.amount, request.code, number=request.code, at=at)


def transfer_without_a_word(organization_id: int, amount: int, at: datetime) -> None:
    """Somebody sends money and forgets to say for what."""
    account = PayeeAccount.objects.get(organization_id=organization_id, valid_to=None)
    _tell(account, amount, "nop le phi", number=f"{organization_id}{at:%m%d%H%M}", at=at)


def _tell(account: PayeeAccount, amount: int, purpose: str, *, number: str, at: datetime) -> None:
    body = json.dumps(
        {
            "id": f"demo-{number}",
            "type": "transfer.received",
            "amount": amount,
            "transaction": f"FT{number}",
            "purpose": purpose,
            "bank_bin": account.bank_bin,
            "account": account.account_number,
        }
    ).encode()
    timestamp = str(int(at.timestamp()))
    signature = SharedKey(settings.BANK_KEY.encode()).sign(payload_of(timestamp, body))
    accept_gateway_message(
        gateway="bank", body=body, timestamp=timestamp, signature=signature, at=at
    )


def state_last_days(*, at: datetime) -> None:
    """The files of the last days: the bank's tell all, the treasury's lack one; then the books are compared.

    The test bank knows all of it from now on, so that it can send money back.
    """
    moved = _moved()
    with closing(Store(settings.VAR / "test_bank.sqlite3")) as store:
        store.remember(moved)
    today = legal_day(at)
    days = [today - timedelta(days=back) for back in range(STATED_DAYS, 0, -1)]
    forgotten = [each for each in moved if each[0] in days][-FORGOTTEN:][:1]
    for day in days:
        of_day = [each for each in moved if each[0] == day]
        kept = [each for each in of_day if each not in forgotten]
        for source, rows in (("bank", of_day), ("treasury", kept)):
            take_in_statement(source=source, day=day, content=_table(rows), at=at)
    for day in days:
        match_day(day=day, at=at)


def _moved() -> list[tuple[date, Movement]]:
    """What was booked and what nobody could book, by day."""
    accounts = {each.organization_id: each for each in PayeeAccount.objects.filter(valid_to=None)}
    transfers = Booking.objects.exclude(transaction="").select_related("request").order_by("pk")
    moved = [
        (legal_day(b.booked_at), b.request.payee_id, b.transaction, b.amount) for b in transfers
    ]
    moved += [(b.day, b.payee_id or 0, b.transaction, b.amount) for b in Break.objects.all()]
    return [
        (
            day,
            Movement(
                "bank", number, amount, accounts[payee].bank_bin, accounts[payee].account_number
            ),
        )
        for day, payee, number, amount in sorted(moved)
    ]


def _table(moved: list[tuple[date, Movement]]) -> bytes:
    lines = (
        f"{m.gateway},{m.transaction},{m.amount},{m.bank_bin},{m.account}" for _day, m in moved
    )
    return "\n".join([",".join(COLUMNS), *lines]).encode()
