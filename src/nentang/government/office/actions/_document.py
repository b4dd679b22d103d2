"""What the acts on a document have in common: who has it next, what it is called, how it is written down."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import assign_case
from nentang.government.office.models import IncomingDocument, OutgoingDocument
from nentang.government.office.queries import is_colleague
from nentang.government.office.registry import IN, OFFICE_ROLES, OUT
from nentang.kernel.clock import legal_day


def hand_over(document: OutgoingDocument, account_id: int | None, *, at: datetime) -> None:
    """From now on the case is with that officer, or free for whoever may take the step; time is theirs.

    One who no longer works in the body gets nothing: then it is free.
    """
    day, body = legal_day(at), document.organization_id
    if account_id and not is_colleague(account_id, body, *OFFICE_ROLES, on=day):
        account_id = None
    assign_case(case=document.case, account_id=account_id, actor=SYSTEM, at=at)


def subject_of(document: IncomingDocument | OutgoingDocument) -> str:
    """How audit and files name the document."""
    prefix = OUT if isinstance(document, OutgoingDocument) else IN
    return f"{prefix}:{document.pk}"


def title_of(document: IncomingDocument | OutgoingDocument) -> str:
    """What the inbox calls it: its summary, which begins small in official letters."""
    return document.summary[:1].upper() + document.summary[1:200]


def write_down(
    action: str, document: IncomingDocument | OutgoingDocument, *, actor: Actor, at: datetime
) -> None:
    """The audit record of an act that is no step of the case."""
    record(
        actor=actor,
        action=f"office.{action}",
        subject=subject_of(document),
        organization_id=document.organization_id,
        at=at,
    )
