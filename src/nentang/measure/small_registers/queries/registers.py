"""Reads of the registers themselves."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Q

from nentang.foundation.organizations.public import Organization, UnitLevel, unit_as_of, units_on
from nentang.measure.small_registers.enums import Kind
from nentang.measure.small_registers.errors import RegisterNotFound
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.registry import known_register, register_codes
from nentang.measure.small_registers.rules.registers import Register


def registers() -> list[Register]:
    """All registers, in the order of their files."""
    return [register_named(code) for code in register_codes()]


def register_named(code: str) -> Register:
    """The register of that code; RegisterNotFound."""
    found = known_register(code)
    if found is None:
        raise RegisterNotFound
    return found


def register_at(path: str) -> Register:
    """The register whose address has that word; RegisterNotFound."""
    found = next((each for each in registers() if each.path == path), None)
    if found is None:
        raise RegisterNotFound
    return found


def counts_by_register(today: date) -> dict[str, tuple[int, int]]:
    """How many entries are published, and how many of them nobody confirmed in time; one query."""
    rows = Entry.objects.filter(published__isnull=False).values("register")
    counted = rows.annotate(
        everything=Count("pk"), stale=Count("pk", filter=Q(confirm_by__lt=today))
    )
    return {each["register"]: (each["everything"], each["stale"]) for each in counted}


def selectable_units(register: Register, body: Organization, on: date) -> Mapping[str, str]:
    """Communes that the body may enter, by code; empty where the register asks for none."""
    if not any(each.kind is Kind.UNIT for each in register.fields):
        return {}
    own = body.unit
    if own is None:
        return {each.code: each.full_name for each in units_on(on, UnitLevel.PROVINCE)}
    if own.level == UnitLevel.COMMUNE:
        return {own.code: unit_as_of(own.code, on).full_name}
    found = units_on(on, UnitLevel.COMMUNE, within=own.code)
    return {each.code: each.full_name for each in found}
