"""Money that moves in the demo's bank."""

import json
from datetime import datetime

from django.conf import settings

from nentang.economy.payments.actions import accept_gateway_message
from nentang.economy.payments.models import PayeeAccount, PaymentRequest
from nentang.economy.payments.rules.signatures import SharedKey, payload_of


def transfer_by_vietqr(reference: str, at: datetime) -> None:
    """What the bank tells after a VietQR transfer, signed as the bank signs it."""
    request = PaymentRequest.objects.get(reference=reference)
    account = PayeeAccount.objects.get(organization_id=request.payee_id, valid_to=None)
    body = json.dumps(
        {
            "id": f"demo-{reference}",
            "type": "transfer.received",
            "amount": request.amount,
            "transaction": f"FT{request.code}",
            "purpose": request.code,
            "bank_bin": account.bank_bin,
            "account": account.account_number,
        }
    ).encode()
    timestamp = str(int(at.timestamp()))
    signature = SharedKey(settings.BANK_KEY.encode()).sign(payload_of(timestamp, body))
    accept_gateway_message(
        gateway="bank", body=body, timestamp=timestamp, signature=signature, at=at
    )
