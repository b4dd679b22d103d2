"""Answer a call that the body's own node brings to a register of this installation."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from nentang.agreements.actor import Actor, ActorKind, Role
from nentang.foundation.registers.public import Call, answer_call, register_named
from nentang.government.data_sharing.adapters.node_tokens import is_node_of
from nentang.government.data_sharing.errors import CallNotGranted
from nentang.government.data_sharing.models import Grant
from nentang.government.data_sharing.queries import granted_call
from nentang.kernel.frozen import Frozen


class Brought(Frozen):
    """A call as the node hands it on: where to, its token, whose it is, by which grant, and what it says."""

    service: str
    token: str
    client: str
    purpose: str
    grant: str
    said: Mapping[str, Sequence[str]]


@transaction.atomic
def answer_for_register(*, brought: Brought, at: datetime) -> list[dict[str, Any]]:
    """What the register tells, by the grant as the database has it now; the node reduces it once more.

    CallNotGranted, whatever does not fit; RegisterNotFound, RegisterServiceNotFound, ClaimMissing.
    """
    if not is_node_of(brought.service.rpartition("/")[0], brought.token):
        raise CallNotGranted
    grant = granted_call(brought.grant, at)
    if grant is None or _is_another(grant, brought):
        raise CallNotGranted
    register = register_named(grant.service.register)
    return answer_call(
        register=register,
        service=register.service(grant.service.code),
        call=Call(
            said=brought.said,
            fields=grant.fields,
            rows=grant.rows,
            body_id=grant.service.subsystem.member.organization_id,
        ),
        actor=Actor(
            kind=ActorKind.PROGRAM,
            name=grant.client.title,
            roles=(Role("", grant.client.member.organization_id),),
        ),
        at=at,
    )


def _is_another(grant: Grant, brought: Brought) -> bool:
    """Whether the grant is another client's, for another service or purpose, or answered by no register."""
    meant = (grant.service.address, grant.client.address, grant.purpose)
    return not grant.service.register or meant != (brought.service, brought.client, brought.purpose)
