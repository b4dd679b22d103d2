"""Assign a case to an officer of the body that holds it, or to nobody."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.errors import KeptAway, NotInThisOffice, StepNotPossible
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.permissions import check_may_assign, works_in
from nentang.foundation.casework.registry import is_kept_away
from nentang.foundation.identity.public import actor_for_account

from ._change import change_and_end_spell, write_down


def assign_case(*, case: Case, account_id: int | None, actor: Actor, at: datetime) -> Case:
    """The case with that assignee; unchanged where they have it already.

    Heads of the body assign to anybody in it, others take what is free and give back what is
    theirs. Raises NotInThisOffice, NotYoursToAssign, KeptAway, StepNotPossible (closed),
    ChangedMeanwhile.
    """
    if case.assignee_id == account_id:
        return case
    check_may_assign(actor, case, account_id)
    if case.closed_at:
        raise StepNotPossible
    if account_id and is_kept_away(case, account_id, at=at):
        raise KeptAway
    if account_id and account_id != actor.account_id:
        _check_is_colleague(account_id, case, at)
    with transaction.atomic(savepoint=False):
        change_and_end_spell(case, at, assignee_id=account_id)
        write_down(case, "assign" if account_id else "release", actor, at)
    return case


def _check_is_colleague(account_id: int, case: Case, at: datetime) -> None:
    if not works_in(actor_for_account(account_id, at), case.holder_id):
        raise NotInThisOffice
