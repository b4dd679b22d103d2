"""Gather what is held about somebody who asked."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.notifications.public import notify
from nentang.kernel.clock import legal_day
from nentang.trust.personal_data.adapters.package import Packed, pack
from nentang.trust.personal_data.enums import ExportState
from nentang.trust.personal_data.indicators import EXPORTED
from nentang.trust.personal_data.models import Export
from nentang.trust.personal_data.registry import EXPORT_READY
from nentang.trust.personal_data.rules.terms import READY_FOR


def prepare_export(*, export_id: int, at: datetime) -> Export | None:
    """The export, ready for its person; None where another worker was quicker.

    Gathered outside any transaction, for it may take minutes; killed meanwhile, it is made anew.
    """
    export = Export.objects.filter(pk=export_id, state=ExportState.ASKED).first()
    if export is None:
        return None
    packed = pack(export.public_id, export.person_id, at=at)
    if not _finish(export, packed, at):
        return None
    return export


@transaction.atomic
def _finish(export: Export, packed: Packed, at: datetime) -> bool:
    values = {
        "state": ExportState.READY,
        "ready_at": at,
        "expires_at": at + READY_FOR,
        "size": packed.size,
        "rows": packed.rows,
        "files": packed.files,
    }
    if not Export.objects.filter(pk=export.pk, state=ExportState.ASKED).update(**values):
        return False
    export.refresh_from_db()
    _tell(export, packed, at)
    return True


def _tell(export: Export, packed: Packed, at: datetime) -> None:
    record(
        actor=SYSTEM,
        action="personal_data.prepare_export",
        subject=f"export:{export.pk}",
        person_id=export.person_id,
        details={"rows": packed.rows, "files": packed.files, "missing": packed.missing},
        at=at,
    )
    record_fact(
        EXPORTED,
        at=at,
        organization_id=None,
        unit_code="",
        rows=packed.rows,
        files=packed.files,
        minutes=int((at - export.asked_at).total_seconds() // 60),
    )
    notify(
        template=EXPORT_READY.code,
        person_id=export.person_id,
        context={"day": f"{legal_day(at + READY_FOR):%d/%m/%Y}"},
        at=at,
        subject=f"export:{export.pk}",
    )
