"""Tell the applicant what they owe the state in this matter; the dossier waits until it is paid."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM, Actor
from nentang.agreements.cashier import PaymentOrder, Share, cashier
from nentang.agreements.revenue import revenue_chart
from nentang.foundation.casework.public import advance
from nentang.foundation.organizations.public import (
    OrganizationTask,
    organization,
    organization_with_task,
)
from nentang.government.services.errors import AmountMissing, ItemUnknown, ReasonMissing
from nentang.government.services.models import Dossier, Obligation
from nentang.government.services.permissions import check_sets_obligations
from nentang.government.services.queries import dossier_to_change
from nentang.kernel.clock import legal_day


def ask_obligation(
    *, code: str, what: str, amount: int, actor: Actor, at: datetime, item: str = ""
) -> Obligation:
    """The obligation, `amount` in đồng for that item of the budget chart, to be paid to the treasury of the place or to the tax body itself.

    Raises ReasonMissing, AmountMissing, ItemUnknown, NotYourDesk for all but officers of a tax body.
    """
    if not what.strip():
        raise ReasonMissing
    if amount <= 0:
        raise AmountMissing
    if item and revenue_chart().item_on(code=item, on=legal_day(at)) is None:
        raise ItemUnknown
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_sets_obligations(actor, dossier)
        advance(dossier, "await_fee", actor=actor, at=at, public_note=what)
        obligation = Obligation.objects.create(
            dossier=dossier,
            reference=f"{code}/{dossier.obligations.count() + 1}",
            what=what[:200],
            amount=amount,
            payee_id=_payee(dossier, at),
            asked_at=at,
        )
        _request(obligation, item, at)
    return obligation


def _payee(dossier: Dossier, at: datetime) -> int:
    holder = organization(dossier.case.holder_id)
    treasury = organization_with_task(OrganizationTask.TREASURY, holder.unit_code, legal_day(at))
    return treasury.id if treasury else holder.id


def _request(obligation: Obligation, item: str, at: datetime) -> None:
    order = PaymentOrder(
        reference=obligation.reference,
        amount=obligation.amount,
        payee_organization_id=obligation.payee_id,
        payer_person_id=obligation.dossier.applicant_id,
        in_parts=True,
        description=obligation.what,
        shares=(Share(item, obligation.amount),) if item else (),
    )
    cashier().request_payment(order=order, actor=SYSTEM, at=at)
