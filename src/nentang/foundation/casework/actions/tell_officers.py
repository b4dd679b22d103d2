"""Tell the officers concerned that a case waits for them."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.queries import heads
from nentang.foundation.notifications.public import MessageTemplate, notify
from nentang.kernel.clock import legal_day


@transaction.atomic
def tell_officers(*, case_id: int, template: MessageTemplate, to_heads: bool, at: datetime) -> int:
    """How many persons were told: who has the case, and the heads of the body where asked for.

    A case that nobody has taken is the heads' in any case. Of one that was closed or suspended
    meanwhile nobody hears any more.
    """
    case = Case.objects.select_related("assignee").get(pk=case_id)
    if case.closed_at or case.suspended_at:
        return 0
    assignee = case.assignee.person_id if case.assignee else None
    told = {assignee} if assignee else set()
    if to_heads or not told:
        told |= set(heads(case.holder_id, on=legal_day(at)))
    for person_id in sorted(told):
        notify(
            template=template.code,
            person_id=person_id,
            context={"code": case.code},
            subject=f"case:{case.pk}",
            at=at,
        )
    record(
        actor=SYSTEM,
        action="casework.tell_officers",
        subject=f"case:{case.pk}",
        organization_id=case.holder_id,
        details={"template": template.code, "persons": len(told)},
        at=at,
    )
    return len(told)
