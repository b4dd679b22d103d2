"""Take a case that nobody has."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.casework.errors import AlreadyTaken
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.permissions import check_works_here

from .assign_case import assign_case


def take_case(*, case: Case, actor: Actor, at: datetime) -> Case:
    """The case, assigned to the actor. Raises AlreadyTaken, even for a head: that is `assign_case`.

    Raises also what `assign_case` raises; who does not work here is not told that it is taken.
    """
    check_works_here(actor, case)
    if case.assignee_id not in (None, actor.account_id):
        raise AlreadyTaken
    return assign_case(case=case, account_id=actor.account_id, actor=actor, at=at)
