"""Revoke a certificate, as when its key was lost."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.data_sharing.errors import MemberNotFound
from nentang.government.data_sharing.models import Certificate
from nentang.government.data_sharing.permissions import check_runs_network_of


@transaction.atomic
def revoke_certificate(*, fingerprint: str, actor: Actor, at: datetime) -> Certificate:
    """The certificate, with which no node lets anybody pass once it has the next snapshot.

    Raises MemberNotFound, NotYourBody. Revoking twice changes nothing.
    """
    found = Certificate.objects.select_related("member").filter(fingerprint=fingerprint).first()
    if found is None:
        raise MemberNotFound
    check_runs_network_of(actor, found.member.organization_id)
    if found.revoked_at is None:
        found.revoked_at = at
        found.save(update_fields=["revoked_at"])
        record(
            actor=actor,
            action="data_sharing.revoke_certificate",
            subject=f"certificate:{found.pk}",
            organization_id=found.member.organization_id,
            details={"fingerprint": fingerprint},
            at=at,
        )
    return found
