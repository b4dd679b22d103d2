"""Money that moves in the demo's bank, and what bank and treasury say of it afterwards."""

import json
from collections import defaultdict
from datetime import date, datetime, timedelta

from django.conf import settings

from nentang.economy.payments.actions import (
    accept_gateway_message,
    match_day,
    take_in_statement,
)
from nentang.economy.payments.models import Booking, Break, PayeeAccount, PaymentRequest
from nentang.economy.payments.rules.signatures import SharedKey, payload_of
from nentang.economy.payments.rules.statements import COLUMNS
from nentang.kernel.clock import legal_day

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
    """The files of the last days: the bank's tell all, the treasury's lack one; then the books are compared."""
    today = legal_day(at)
    lines = _lines_by_day()
    days = [today - timedelta(days=back) for back in range(STATED_DAYS, 0, -1)]
    moved = [line for day in days for line in lines[day]]
    forgotten = moved[-FORGOTTEN:][:1]
    for day in days:
        kept = [line for line in lines[day] if line not in forgotten]
        for source, rows in (("bank", lines[day]), ("treasury", kept)):
            table = "\n".join([",".join(COLUMNS), *rows])
            take_in_statement(source=source, day=day, content=table.encode(), at=at)
    for day in days:
        match_day(day=day, at=at)


def _lines_by_day() -> dict[date, list[str]]:
    """Lines as files have them: what was booked, and what nobody could book."""
    accounts = {each.organization_id: each for each in PayeeAccount.objects.filter(valid_to=None)}
    found: dict[date, list[str]] = defaultdict(list)
    transfers = Booking.objects.exclude(transaction="").select_related("request").order_by("pk")
    moved = [
        (legal_day(b.booked_at), b.request.payee_id, b.transaction, b.amount) for b in transfers
    ]
    moved += [(b.day, b.payee_id or 0, b.transaction, b.amount) for b in Break.objects.all()]
    for day, payee_id, transaction, amount in moved:
        account = accounts[payee_id]
        line = f"bank,{transaction},{amount},{account.bank_bin},{account.account_number}"
        found[day].append(line)
    return found
