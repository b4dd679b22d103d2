"""Bodies with an account, people who owe a fee, requests; made by the real actions."""

from datetime import date, datetime
from itertools import count

from nentang.agreements.actor import SYSTEM, Actor, ActorKind, Role
from nentang.agreements.cashier import PaymentOrder
from nentang.economy.payments.actions import open_payee_account, request_payment
from nentang.economy.payments.models import PayeeAccount, PaymentRequest
from nentang.foundation.organizations.models import Organization
from tests.foundation.organizations.factories import make_organization

_serial = count(1)


def make_account(
    *,
    at: datetime,
    organization: Organization,
    bank_bin: str = "970415",
    account_number: str = "0011001932418",
    valid_from: date = date(2020, 1, 1),
) -> PayeeAccount:
    """An account at VietinBank since 2020."""
    return open_payee_account(
        organization_id=organization.pk,
        bank_bin=bank_bin,
        account_number=account_number,
        holder="UY BAN NHAN DAN XA MAU",
        valid_from=valid_from,
        actor=SYSTEM,
        at=at,
    )


def make_payee(*, at: datetime) -> Organization:
    """A body that can receive money."""
    organization = make_organization(at=at)
    make_account(at=at, organization=organization)
    return organization


def make_request(
    *,
    at: datetime,
    payee: Organization | None = None,
    payer_id: int | None = None,
    amount: int = 16_000,
    reference: str = "",
    description: str = "Cấp bản sao trích lục hộ tịch",
) -> PaymentRequest:
    """Sixteen thousand đồng for two extracts."""
    order = PaymentOrder(
        reference=reference or f"000.00.98.H98-201207-{next(_serial):04d}",
        amount=amount,
        payee_organization_id=(payee or make_payee(at=at)).pk,
        payer_person_id=payer_id,
        description=description,
    )
    return request_payment(order=order, actor=SYSTEM, at=at)


def officer(role: str, organization_id: int) -> Actor:
    """Somebody with a role in that body."""
    return Actor(
        kind=ActorKind.OFFICER, account_id=1, person_id=1, roles=(Role(role, organization_id),)
    )
