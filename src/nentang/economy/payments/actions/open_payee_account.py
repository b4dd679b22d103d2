"""A body receives its money into this account from that day on."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.errors import AccountUnreadable, QrUnreadable
from nentang.economy.payments.models import PayeeAccount
from nentang.economy.payments.permissions import check_can_manage_accounts
from nentang.economy.payments.rules.banks import banks
from nentang.economy.payments.rules.vietqr import Transfer
from nentang.foundation.audit.public import record


def open_payee_account(
    *,
    organization_id: int,
    bank_bin: str,
    account_number: str,
    holder: str,
    valid_from: date,
    actor: Actor,
    at: datetime,
) -> PayeeAccount:
    """The account; the former one ends on that day. NotYourAccounts; AccountUnreadable."""
    check_can_manage_accounts(actor, organization_id)
    _refuse_unreadable(bank_bin, account_number)
    with transaction.atomic():
        _end_former(organization_id, valid_from)
        account = PayeeAccount.objects.create(
            organization_id=organization_id,
            bank_bin=bank_bin,
            account_number=account_number,
            holder=holder,
            valid_from=valid_from,
        )
        record(
            actor=actor,
            action="payments.open_payee_account",
            subject=f"payee_account:{account.pk}",
            organization_id=organization_id,
            details={"bank_bin": bank_bin, "valid_from": valid_from.isoformat()},
            at=at,
        )
    return account


def _refuse_unreadable(bank_bin: str, account_number: str) -> None:
    try:
        Transfer(bank_bin, account_number)
    except QrUnreadable:
        raise AccountUnreadable from None
    if bank_bin not in banks():
        raise AccountUnreadable


def _end_former(organization_id: int, day: date) -> None:
    """An account that had not begun by that day never held and is dropped."""
    accounts = PayeeAccount.objects.select_for_update().filter(organization_id=organization_id)
    accounts.filter(valid_from__gte=day).delete()
    accounts.filter(valid_to=None).update(valid_to=day)
