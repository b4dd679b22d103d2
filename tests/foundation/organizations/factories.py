"""Small places and bodies for tests; all invented."""

from datetime import date, datetime

from nentang.agreements.actor import SYSTEM, Actor, ActorKind, Role
from nentang.foundation.organizations.actions import create_organization
from nentang.foundation.organizations.enums import OrganizationKind, OrganizationLevel
from nentang.foundation.organizations.models import Organization, Unit, UnitSuccession
from nentang.foundation.organizations.rules import LEVEL_OF_LENGTH, folded_words, split_kind
from nentang.kernel.text import sort_key

FIRST_DAY = date(2004, 7, 8)
MERGER_DAY = date(2025, 7, 1)


def make_unit(
    code: str = "98",
    title: str = "Tỉnh Mẫu",
    *,
    parent: Unit | None = None,
    valid_from: date = FIRST_DAY,
    valid_to: date | None = None,
) -> Unit:
    """A unit; its level follows from the length of its code."""
    place = f"{title}, {parent.place}" if parent else title
    kind, name = split_kind(title)
    return Unit.objects.create(
        code=code,
        level=LEVEL_OF_LENGTH[len(code)],
        kind=kind,
        name=name,
        title=title,
        place=place,
        folded=folded_words(title),
        folded_place=folded_words(place),
        sort_name=sort_key(name),
        province_code=parent.province_code if parent else code,
        parent=parent,
        valid_from=valid_from,
        valid_to=valid_to,
    )


def make_succession(
    old: Unit, new: Unit, *, extent: str = "whole", is_usual: bool = True
) -> UnitSuccession:
    """One unit went to another on the day it ended."""
    return UnitSuccession.objects.create(
        old=old, new=new, effective_on=old.valid_to, extent=extent, is_usual=is_usual
    )


def make_organization(
    *,
    at: datetime,
    name: str = "Ủy ban nhân dân tỉnh Mẫu",
    code: str = "",
    level: OrganizationLevel = OrganizationLevel.PROVINCE,
    kind: OrganizationKind = OrganizationKind.PEOPLES_COMMITTEE,
    unit: Unit | None = None,
    parent: Organization | None = None,
    valid_from: date = FIRST_DAY,
    valid_to: date | None = None,
    actor: Actor = SYSTEM,
) -> Organization:
    """A body of a unit (of a new province, if none is given)."""
    return create_organization(
        name=name,
        code=code,
        kind=kind,
        level=level,
        unit_code=(unit or make_unit()).code,
        parent_id=parent.pk if parent else None,
        valid_from=valid_from,
        valid_to=valid_to,
        actor=actor,
        at=at,
    )


def make_administrator(organization: Organization) -> Actor:
    """Somebody who administers that body and those below."""
    return Actor(
        kind=ActorKind.OFFICER, account_id=1, roles=(Role("administrator", organization.pk),)
    )
