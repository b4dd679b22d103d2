"""Add a system of a member."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.data_sharing.errors import AlreadyJoined, MemberNotFound, WordUnreadable
from nentang.government.data_sharing.models import Member, Subsystem
from nentang.government.data_sharing.permissions import check_runs_network_of
from nentang.government.data_sharing.rules.wishes import check_word


def add_system(
    *, organization_id: int, code: str, title: str, actor: Actor, at: datetime
) -> Subsystem:
    """The system, which may ask and answer once it has a certificate.

    Raises NotYourBody, MemberNotFound, WordUnreadable, AlreadyJoined.
    """
    check_runs_network_of(actor, organization_id)
    member = Member.objects.filter(organization_id=organization_id).first()
    if member is None:
        raise MemberNotFound
    if not title.strip():
        raise WordUnreadable
    try:
        with transaction.atomic():
            system = Subsystem.objects.create(
                member=member, code=check_word(code.strip()), title=title.strip()[:200], added_at=at
            )
            record(
                actor=actor,
                action="data_sharing.add_system",
                subject=f"subsystem:{system.pk}",
                organization_id=organization_id,
                at=at,
            )
    except IntegrityError as fault:
        raise AlreadyJoined from fault
    return system
