"""Ask, for somebody who stands at the counter, that their lost second factor be taken off."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.errors import AccountNotFound, BasisMissing
from nentang.foundation.identity.models import Account, FactorReset
from nentang.foundation.identity.permissions import check_can_ask_reset


@transaction.atomic
def ask_factor_reset(
    *, account_id: int, organization_id: int, basis: str, actor: Actor, at: datetime
) -> FactorReset:
    """The request, which waits for another officer of the body; the one that waits where there is one.

    OwnMatterOnly unless the actor serves at that body's counter, and for one's own account;
    AccountNotFound; BasisMissing.
    """
    asking = check_can_ask_reset(actor, account_id, organization_id)
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None:
        raise AccountNotFound
    if not basis.strip():
        raise BasisMissing
    reset, is_new = FactorReset.objects.get_or_create(
        account=account,
        decided_at=None,
        defaults={
            "organization_id": organization_id,
            "basis": basis.strip()[:200],
            "asked_by_id": asking,
            "asked_at": at,
        },
    )
    if is_new:
        record(
            actor=actor,
            action="identity.ask_factor_reset",
            subject=f"account:{account.pk}",
            organization_id=organization_id,
            person_id=account.person_id,
            at=at,
        )
    return reset
