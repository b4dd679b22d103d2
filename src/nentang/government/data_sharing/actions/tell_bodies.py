"""Tell the officers of a body about a request: leaders of the provider, askers of the client."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import working_in
from nentang.foundation.notifications.public import notify
from nentang.government.data_sharing.permissions import ADMINISTRATOR, LEADER
from nentang.government.data_sharing.queries import find_request
from nentang.government.data_sharing.registry import ANSWERED, ASKED
from nentang.kernel.clock import legal_day


@transaction.atomic
def tell_bodies(*, code: str, is_answered: bool, at: datetime) -> int:
    """How many persons were told: of the client once it is answered, of the provider before."""
    request = find_request(code)
    member = request.client.member if is_answered else request.service.subsystem.member
    template = ANSWERED if is_answered else ASKED
    found = working_in([member.organization_id], legal_day(at), ADMINISTRATOR, LEADER)
    told = sorted({each for each in found.values_list("person_id", flat=True) if each})
    for person_id in told:
        notify(
            template=template.code,
            person_id=person_id,
            context={"code": code},
            subject=f"access_request:{request.pk}",
            at=at,
        )
    record(
        actor=SYSTEM,
        action="data_sharing.tell_bodies",
        subject=f"access_request:{request.pk}",
        organization_id=member.organization_id,
        details={"template": template.code, "persons": len(told)},
        at=at,
    )
    return len(told)
