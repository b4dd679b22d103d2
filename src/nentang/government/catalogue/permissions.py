"""Who writes and who publishes bundles: two people of the ministry that owns the procedure."""

from datetime import date

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import OrganizationNotFound, organization_by_code

from .errors import BundleNotFound, FourEyes, NotYourProcedure
from .models import BundleDraft
from .registry import APPROVER, ROLES, WRITER
from .rules.owners import owner_code


def owner_of(field: str, on: date) -> int | None:
    """The body that owns procedures of that field on that day, where it is recorded."""
    code = owner_code(field, on)
    try:
        return organization_by_code(code, on).id if code else None
    except OrganizationNotFound:
        return None


def check_may_write(actor: Actor, field: str, on: date) -> tuple[int, int]:
    """The owning body and the account of an officer who writes bundles there; NotYourProcedure."""
    owner = owner_of(field, on)
    if owner is None or not actor.has_role(WRITER, organization_id=owner):
        raise NotYourProcedure
    return owner, _account(actor)


def can_begin(actor: Actor, field: str, on: date) -> bool:
    """Whether the actor writes bundles of that field."""
    owner = owner_of(field, on)
    return owner is not None and actor.has_role(WRITER, organization_id=owner)


def check_sees(actor: Actor, draft: BundleDraft) -> None:
    """An officer with either role in its body; to all others the draft does not exist."""
    if not actor.has_role(*ROLES, organization_id=draft.organization_id):
        raise BundleNotFound


def check_writes(actor: Actor, draft: BundleDraft) -> int:
    """The account of an officer who writes in its body; BundleNotFound, NotYourProcedure."""
    check_sees(actor, draft)
    if not actor.has_role(WRITER, organization_id=draft.organization_id):
        raise NotYourProcedure
    return _account(actor)


def check_approves(actor: Actor, draft: BundleDraft) -> None:
    """An approver of its body who wrote nothing on it; BundleNotFound, NotYourProcedure, FourEyes."""
    check_sees(actor, draft)
    if not actor.has_role(APPROVER, organization_id=draft.organization_id):
        raise NotYourProcedure
    wrote = {draft.started_by_id, *draft.edits.values_list("account", flat=True)}
    if actor.account_id in wrote:
        raise FourEyes


def can_approve(actor: Actor, draft: BundleDraft) -> bool:
    """Whether `check_approves` lets the actor pass."""
    try:
        check_approves(actor, draft)
    except (BundleNotFound, NotYourProcedure, FourEyes):
        return False
    return True


def can_write(actor: Actor, draft: BundleDraft) -> bool:
    """Whether the actor writes in its body."""
    return actor.has_role(WRITER, organization_id=draft.organization_id)


def _account(actor: Actor) -> int:
    if actor.account_id is None:
        raise NotYourProcedure
    return actor.account_id
