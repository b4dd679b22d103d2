"""Somebody looked at money that did not fit and says why all is well."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.economy.payments.enums import Resolution
from nentang.economy.payments.errors import ExplanationMissing
from nentang.economy.payments.models import Break
from nentang.economy.payments.permissions import check_can_resolve
from nentang.economy.payments.queries import lock_break

from .close_break import close_break


def explain_break(*, code: str, note: str, actor: Actor, at: datetime) -> Break:
    """The break, explained. BreakNotFound where there is no open one; NotYourTill; ExplanationMissing."""
    with transaction.atomic():
        found = lock_break(code)
        check_can_resolve(actor, found.payee_id)
        if not note.strip():
            raise ExplanationMissing
        close_break(
            found=found,
            resolution=Resolution.EXPLAINED,
            actor=actor,
            at=at,
            note=note.strip()[:1000],
        )
    return found
