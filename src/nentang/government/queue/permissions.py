"""Who works at a window and who leads the office."""

from nentang.agreements.actor import Actor, ActorKind

from .enums import LEADING_ROLES, SERVING_ROLES
from .errors import NotYourOffice, NotYourWindow
from .models import Window


def check_can_lead(actor: Actor, organization_id: int) -> None:
    """A leader or the head of the desk of that body; NotYourOffice."""
    if not leads(actor, organization_id):
        raise NotYourOffice


def leads(actor: Actor, organization_id: int) -> bool:
    """Whether the actor sets up that body's queue."""
    return actor.kind is ActorKind.SYSTEM or actor.has_role(
        *LEADING_ROLES, organization_id=organization_id
    )


def check_can_open(actor: Actor, organization_id: int) -> None:
    """A clerk or the head of the desk of that body; NotYourWindow."""
    if not actor.has_role(*SERVING_ROLES, organization_id=organization_id):
        raise NotYourWindow


def check_is_at(actor: Actor, window: Window) -> None:
    """Whoever works at the window now, and still has the role; NotYourWindow."""
    check_can_open(actor, window.office.organization_id)
    if actor.account_id is None or window.clerk_id != actor.account_id:
        raise NotYourWindow


def check_can_close(actor: Actor, window: Window) -> None:
    """Whoever works at the window, or who leads the office, for those who forgot; NotYourWindow."""
    if not leads(actor, window.office.organization_id):
        check_is_at(actor, window)
