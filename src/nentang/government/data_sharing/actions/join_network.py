"""Let a body join the network, or say where its node now listens."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.organizations.public import organization
from nentang.government.data_sharing.errors import CodeMissing
from nentang.government.data_sharing.models import Member
from nentang.government.data_sharing.permissions import check_runs_network_of
from nentang.government.data_sharing.rules.wishes import check_node_url


@transaction.atomic
def join_network(*, organization_id: int, node_url: str, actor: Actor, at: datetime) -> Member:
    """The member under its organisation code (Decision 20/2020); joining again only moves the node.

    Raises NotYourBody, CodeMissing, WordUnreadable.
    """
    check_runs_network_of(actor, organization_id)
    url = check_node_url(node_url.strip())
    body = organization(organization_id)
    if not body.code_qd20:
        raise CodeMissing
    member, _ = Member.objects.update_or_create(
        organization_id=organization_id,
        defaults={"node_url": url},
        create_defaults={"code": body.code_qd20, "node_url": url, "joined_at": at},
    )
    record(
        actor=actor,
        action="data_sharing.join_network",
        subject=f"member:{member.pk}",
        organization_id=organization_id,
        at=at,
    )
    return member
