"""Who may work on a case."""

from nentang.agreements.actor import Actor, ActorKind

from .enums import HEADS
from .errors import NotInThisOffice, NotYoursToAssign, RoleMissing
from .models import Case
from .rules.kinds import Transition


def check_works_here(actor: Actor, case: Case) -> None:
    """NotInThisOffice unless the actor holds a role in the body that has the case, or is the system."""
    if actor.kind is not ActorKind.SYSTEM and not works_in(actor, case.holder_id):
        raise NotInThisOffice


def check_may_step(actor: Actor, case: Case, step: Transition) -> None:
    """RoleMissing unless the actor has one of the step's roles in the body that has the case.

    Steps without roles (an applicant withdraws, a payment arrives) are guarded by the app that
    takes them.
    """
    if not step.roles or actor.kind is ActorKind.SYSTEM:
        return
    if not actor.has_role(*step.roles, organization_id=case.holder_id):
        raise RoleMissing


def check_may_assign(actor: Actor, case: Case, account_id: int | None) -> None:
    """NotYoursToAssign unless it is free or one's own and goes to oneself or back, or one is a head."""
    check_works_here(actor, case)
    own = {None, actor.account_id}
    if {case.assignee_id, account_id} <= own or may_assign(actor, case.holder_id):
        return
    raise NotYoursToAssign


def may_assign(actor: Actor, organization_id: int) -> bool:
    """Whether the actor hands out the work of that body."""
    return actor.kind is ActorKind.SYSTEM or actor.has_role(*HEADS, organization_id=organization_id)


def works_in(actor: Actor, organization_id: int) -> bool:
    """Whether the actor holds any role in that body today."""
    return organization_id in actor.organizations()
