"""Who may order and see briefing packs: who leads the place itself or one above it."""

from datetime import date

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    OrganizationKind,
    organization,
)
from nentang.measure.indicators.public import Tree, lineage

from .errors import NotYourPlace, PackNotFound
from .models import BriefingPack

LEADING = ("leader", "head_of_unit")


def bodies_led(actor: Actor, on: date) -> list[OrganizationInfo]:
    """The committees and central bodies that the actor leads and that stand on that day."""
    found = [organization(each) for each in actor.organizations(*LEADING)]
    return [
        body
        for body in found
        if (body.kind is OrganizationKind.PEOPLES_COMMITTEE or not body.unit_code)
        and (body.valid_to is None or on < body.valid_to)
    ]


def body_over(actor: Actor, unit_code: str, tree: Tree, on: date) -> OrganizationInfo | None:
    """The nearest body that the actor leads and that stands over the unit; None where there is none."""
    line = lineage(unit_code, tree.parent)
    over = [body for body in bodies_led(actor, on) if body.unit_code in line]
    return min(over, key=lambda body: line.index(body.unit_code), default=None)


def check_orders(actor: Actor, unit_code: str, tree: Tree, on: date) -> OrganizationInfo:
    """The body for which the actor orders; NotYourPlace."""
    body = body_over(actor, unit_code, tree, on)
    if body is None:
        raise NotYourPlace
    return body


def can_see(actor: Actor, pack: BriefingPack, tree: Tree, on: date) -> bool:
    """Whether the actor leads the place of the pack, one above it, or the body that ordered it."""
    led = {body.id for body in bodies_led(actor, on)}
    return pack.organization_id in led or body_over(actor, pack.unit_code, tree, on) is not None


def check_sees(actor: Actor, pack: BriefingPack, tree: Tree, on: date) -> None:
    """PackNotFound: who may not see it is not told that there is one."""
    if not can_see(actor, pack, tree, on):
        raise PackNotFound
