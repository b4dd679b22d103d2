"""Reads of businesses. None asks permission: actions and other apps do."""

from datetime import date

from nentang.foundation.registers.public import BasisKind, version_on
from nentang.government.businesses.enums import BusinessKind, BusinessState
from nentang.government.businesses.errors import BusinessNotFound
from nentang.government.businesses.models import Business, Registration, Standing
from nentang.kernel.text import fold


def business(tax_code: str) -> Business:
    """The business of that tax code; BusinessNotFound."""
    found = Business.objects.filter(code=tax_code).first()
    if found is None:
        raise BusinessNotFound
    return found


def lock_business(record: Business) -> Business:
    """The business as it is now, held until the transaction ends."""
    return Business.objects.select_for_update(of=("self",)).get(pk=record.pk)


def registration_on(record: Business, on: date) -> Registration | None:
    """What is registered of it on that day, as known now."""
    return version_on(Registration, record, on=on)


def branch_standing(record: Business, on: date) -> Business | None:
    """A branch, office or place of it that is not dissolved on that day or later, if there is one."""
    rows = Standing.objects.filter(record__parent=record, superseded_at=None)
    alive = rows.exclude(state=BusinessState.DISSOLVED).exclude(valid_to__lte=on)
    found = alive.select_related("record").order_by("record__code").first()
    return found.record if found else None


def standing_on(record: Business, on: date) -> BusinessState | None:
    """Whether it does business on that day, as known now."""
    found = version_on(Standing, record, on=on)
    return BusinessState(found.state) if found else None


def is_name_taken(name: str, kind: str, keeper_id: int) -> bool:
    """Whether a household business that the same body keeps has that name, marks aside."""
    if kind != BusinessKind.HOUSEHOLD:
        return False
    rows = Registration.objects.filter(
        kind=kind, superseded_at=None, record__keeper=keeper_id, record__folded=fold(name)
    )
    return rows.exists()


def is_entered_from(dossier_code: str) -> bool:
    """Whether a business was entered from that dossier before."""
    rows = Registration.objects.filter(basis_kind=BasisKind.CASE, basis=dossier_code)
    return rows.exists()
