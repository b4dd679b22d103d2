"""Open a sheet to read it."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.measure.index.models import Sheet
from nentang.measure.index.permissions import check_can_see_sheet
from nentang.measure.index.queries import find_sheet


def open_sheet(*, code: str, actor: Actor, at: datetime) -> Sheet:
    """The sheet for whoever may see it; to everybody else it does not exist (SheetNotFound)."""
    sheet = find_sheet(code)
    check_can_see_sheet(actor, sheet)
    record(
        actor=actor,
        action="index.open_sheet",
        subject=f"index_sheet:{sheet.pk}",
        organization_id=sheet.organization_id,
        at=at,
    )
    return sheet
