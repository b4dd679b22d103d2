"""Assign a case to an officer of the body that holds it, or to nobody."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor, ActorKind
from nentang.foundation.casework.errors import NotInThisOffice
from nentang.foundation.casework.models import Case
from nentang.foundation.identity.public import actor_for_account

from ._change import change, end_spell, write_down


@transaction.atomic
def assign_case(*, case: Case, account_id: int | None, actor: Actor, at: datetime) -> Case:
    """The case with that assignee; unchanged where they have it already. Raises NotInThisOffice."""
    if case.assignee_id == account_id:
        return case
    if actor.kind is not ActorKind.SYSTEM and case.holder_id not in actor.organizations():
        raise NotInThisOffice
    if account_id and account_id != actor.account_id:
        assignee = actor_for_account(account_id, at)
        if case.holder_id not in assignee.organizations():
            raise NotInThisOffice
    end_spell(case, at)
    change(case, assignee_id=account_id, held_since=at)
    write_down(case, "assign", actor, at)
    return case
