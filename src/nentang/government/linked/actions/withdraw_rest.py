"""Withdraw the parts that have not begun."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.linked.enums import PartState
from nentang.government.linked.errors import NothingToWithdraw
from nentang.government.linked.models import Chain
from nentang.government.linked.permissions import check_is_applicant
from nentang.government.linked.queries import find_chain

from ._opening import forget_answers


@transaction.atomic
def withdraw_rest(*, code: str, actor: Actor, at: datetime) -> Chain:
    """The chain without the parts that were still to come; what has begun goes on.

    ChainNotFound for others than the applicant, NothingToWithdraw.
    """
    check_is_applicant(actor, find_chain(code))
    chain = Chain.objects.select_for_update().get(code=code)
    waiting = chain.parts.filter(state__in=(PartState.WAITING, PartState.STUCK))
    names = list(waiting.values_list("name", flat=True))
    if not names:
        raise NothingToWithdraw
    waiting.update(state=PartState.WITHDRAWN, trouble="", missing=[], changed_at=at)
    forget_answers(chain)
    record(
        actor=actor,
        action="linked.withdraw_rest",
        subject=f"chain:{chain.pk}",
        organization_id=chain.organization_id,
        person_id=chain.applicant_id,
        details={"parts": ", ".join(names)},
        at=at,
    )
    return find_chain(code)
