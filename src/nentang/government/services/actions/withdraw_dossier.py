"""Withdraw a dossier that has not been decided."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentState, cashier
from nentang.foundation.casework.public import advance
from nentang.government.services.enums import Outcome
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_is_applicant
from nentang.government.services.queries import dossier_to_change


def withdraw_dossier(*, code: str, reason: str = "", actor: Actor, at: datetime) -> Dossier:
    """The dossier, withdrawn by its applicant; nothing unpaid is asked for any more."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_is_applicant(actor, dossier)
        advance(
            dossier,
            "withdraw",
            actor=actor,
            at=at,
            public_note=reason,
            decided_at=at,
            outcome=Outcome.WITHDRAWN,
        )
        _ask_for_nothing_more(dossier, actor, at)
    return dossier


def _ask_for_nothing_more(dossier: Dossier, actor: Actor, at: datetime) -> None:
    owed = dossier.obligations.filter(paid_at=None).values_list("reference", flat=True)
    for reference in (dossier.code, *owed):
        request = cashier().find_payment(reference=reference)
        if request and request.state is PaymentState.REQUESTED:
            cashier().cancel_payment(reference=reference, actor=actor, at=at)
