"""Print what the person takes home of a linked matter."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.government.linked.models import LAW, Chain
from nentang.government.linked.permissions import check_prints_receipt
from nentang.government.linked.queries import find_chain


def print_receipt(*, code: str, actor: Actor, at: datetime) -> Chain:
    """The matter, for a clerk of the body that received it; the look is written down. ChainNotFound."""
    chain = find_chain(code)
    check_prints_receipt(actor, chain)
    record_look(
        actor=actor,
        subject=f"chain:{chain.pk}",
        person_id=chain.applicant_id,
        fields=("applicant",),
        purpose="In biên nhận",
        legal_basis=LAW,
        at=at,
    )
    return chain
