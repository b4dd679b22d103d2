"""Withdraw a dossier that has not been decided."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.agreements.cashier import PaymentState, cashier
from nentang.government.services.enums import Outcome
from nentang.government.services.models import Dossier
from nentang.government.services.permissions import check_is_applicant
from nentang.government.services.queries import dossier_to_change

from .advance import advance


def withdraw_dossier(*, code: str, reason: str = "", actor: Actor, at: datetime) -> Dossier:
    """The dossier, withdrawn by its applicant; an unpaid fee is no longer asked for."""
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
        request = cashier().find_payment(reference=dossier.code)
        if request and request.state is PaymentState.REQUESTED:
            cashier().cancel_payment(reference=dossier.code, actor=actor, at=at)
    return dossier
