"""What waits for an officer in the office, by duty."""

from django.db.models import Q, QuerySet

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import Case
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.registry import (
    DOCUMENT_CLERK,
    HEAD_OF_UNIT,
    INCOMING,
    OFFICE_ROLES,
    OUTGOING,
    TASK,
)
from nentang.kernel.frozen import Frozen

SHOWN = 5


class Duty(Frozen):
    """One kind of work that waits: its name, how many, and the first of them (Case rows)."""

    name: str
    count: int
    cases: list[Case]


def duties_of(actor: Actor) -> list[Duty]:
    """Everything that waits for this officer, by duty, the earliest due first; empty duties left out.

    Two queries a duty that the officer has, whatever the number of documents.
    """
    found = []
    for name, waiting in _waiting(actor).items():
        count = waiting.count()
        if count:
            found.append(Duty(name, count, list(waiting[:SHOWN])))
    return found


def _waiting(actor: Actor) -> dict[str, QuerySet[Case]]:
    account, bodies = actor.account_id, actor.organizations(*OFFICE_ROLES)
    open_cases = Case.objects.filter(closed_at=None).order_by("due_at", "id")
    clerk_at = actor.organizations(DOCUMENT_CLERK)
    leader_at = actor.organizations("leader")
    head_at = actor.organizations("leader", HEAD_OF_UNIT, "head_of_desk")
    own = Q(assignee=account, holder__in=bodies)
    named = _outgoing_signed_by(account)
    asked = {
        "register": Q(kind=INCOMING, state="arrived", holder__in=clerk_at),
        "issue": Q(kind=OUTGOING, state="registering", holder__in=clerk_at) & ~named,
        "direct": Q(kind=INCOMING, state="registered", holder__in=leader_at),
        "sign": Q(kind=OUTGOING, state="signing", holder__in=leader_at) & named,
        "initial": Q(kind=OUTGOING, state="checking", holder__in=head_at)
        & ~_outgoing_drafted_by(account),
        "handle": Q(kind=INCOMING, state="in_work") & own,
        "help": Q(kind=TASK, state="asked") & own,
        "draft": Q(kind=OUTGOING, state="drafting", holder__in=bodies)
        & _outgoing_drafted_by(account),
    }
    return {name: open_cases.filter(rule) for name, rule in asked.items()}


def _outgoing_signed_by(account_id: int | None) -> Q:
    return Q(pk__in=_cases_where(signer=account_id))


def _outgoing_drafted_by(account_id: int | None) -> Q:
    return Q(pk__in=_cases_where(drafter=account_id))


def _cases_where(**by: int | None) -> QuerySet[OutgoingDocument, int]:
    return OutgoingDocument.objects.filter(**by).values_list("case_id", flat=True)
