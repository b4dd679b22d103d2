"""Verify a person's e-ID level."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.enums import Assurance
from nentang.foundation.identity.errors import AccountNotFound, BasisMissing
from nentang.foundation.identity.events import AssuranceRaised
from nentang.foundation.identity.models import Account
from nentang.foundation.identity.permissions import check_can_verify
from nentang.foundation.outbox.public import publish


@transaction.atomic
def raise_assurance(*, account_id: int, basis: str, actor: Actor, at: datetime) -> Account:
    """The account at level 2, after somebody compared the person with their papers.

    Raising twice changes nothing. AccountNotFound; BasisMissing; OwnMatterOnly, also for one's own
    account. (Decree 69/2024/NĐ-CP.)
    """
    account = Account.objects.select_for_update().filter(pk=account_id, is_active=True).first()
    if account is None:
        raise AccountNotFound
    check_can_verify(actor, account)
    if not basis.strip():
        raise BasisMissing
    if account.assurance_max == Assurance.TWO:
        return account
    account.assurance_max = Assurance.TWO
    account.assurance_basis = basis.strip()
    account.save(update_fields=["assurance_max", "assurance_basis"])
    record(
        actor=actor,
        action="identity.raise_assurance",
        subject=f"account:{account.pk}",
        person_id=account.person_id,
        details={"level": Assurance.TWO},
        at=at,
    )
    publish(AssuranceRaised(account.pk, account.person_id, Assurance.TWO), at=at)
    return account
