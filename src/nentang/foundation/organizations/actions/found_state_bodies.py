"""Founds the ministries and the provinces' People's Committees as the code lists name them."""

from datetime import datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.organizations.adapters.geography_files import ministry_rows, province_codes
from nentang.foundation.organizations.enums import OrganizationKind, OrganizationLevel, UnitLevel
from nentang.foundation.organizations.models import Organization, Unit, UnitSuccession
from nentang.foundation.organizations.rules import committee_name

from .create_organization import create_organization
from .succeed_organization import succeed_organization


def found_state_bodies(*, at: datetime) -> None:
    """Found what is missing and hand over where bodies were merged; nothing twice."""
    _found_ministries(at)
    _found_committees(at)
    _merge_committees(at)


def _found_ministries(at: datetime) -> None:
    known = set(
        Organization.objects.filter(level=OrganizationLevel.MINISTRY).values_list(
            "name", "valid_from"
        )
    )
    rows = ministry_rows()
    for row in rows:
        if (row.name, row.period.valid_from) not in known:
            create_organization(
                code=row.code,
                name=row.name,
                kind=OrganizationKind.MINISTRY,
                level=OrganizationLevel.MINISTRY,
                valid_from=row.period.valid_from,
                valid_to=row.period.valid_to,
                actor=SYSTEM,
                at=at,
            )
    successors = {row.name: row.successor for row in rows if row.successor}
    waiting = Organization.objects.filter(
        name__in=successors, successor=None, valid_to__isnull=False
    )
    for old in waiting:
        new = Organization.objects.filter(name=successors[old.name]).latest("valid_from")
        _hand_over(old, new, at)


def _found_committees(at: datetime) -> None:
    codes = province_codes()
    provinces = Unit.objects.filter(level=UnitLevel.PROVINCE, organizations=None)
    for unit in provinces.order_by("valid_from", "code"):
        create_organization(
            code=codes[unit.code],
            name=committee_name(unit.title),
            kind=OrganizationKind.PEOPLES_COMMITTEE,
            level=OrganizationLevel.PROVINCE,
            unit_code=unit.code,
            valid_from=unit.valid_from,
            valid_to=unit.valid_to,
            actor=SYSTEM,
            at=at,
        )


def _merge_committees(at: datetime) -> None:
    mergers = UnitSuccession.objects.filter(
        old__level=UnitLevel.PROVINCE, old__organizations__successor=None
    ).select_related("old", "new")
    committees = Organization.objects.filter(kind=OrganizationKind.PEOPLES_COMMITTEE)
    for merger in mergers:
        _hand_over(committees.get(unit=merger.old), committees.get(unit=merger.new), at)


def _hand_over(old: Organization, new: Organization, at: datetime) -> None:
    on = old.valid_to or new.valid_from
    succeed_organization(old_id=old.pk, new_id=new.pk, on=on, actor=SYSTEM, at=at)
