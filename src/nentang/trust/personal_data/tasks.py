"""What personal data does every so often."""

from datetime import datetime

from nentang.foundation.outbox.public import every

from .actions import drop_expired_exports, erase_expired_data, prepare_export
from .enums import ExportState
from .models import Export


@every(5, "personal_data.prepare_exports")
def prepare(*, at: datetime) -> None:
    """Gather what people asked for."""
    asked = Export.objects.filter(state=ExportState.ASKED).order_by("pk")
    for export_id in asked.values_list("pk", flat=True)[:20]:
        prepare_export(export_id=export_id, at=at)


@every(3600, "personal_data.drop_expired_exports")
def drop(*, at: datetime) -> None:
    """Drop exports whose days are over."""
    drop_expired_exports(at=at)


@every(24 * 3600, "personal_data.erase_expired_data")
def erase(*, at: datetime) -> None:
    """Erase what the law no longer lets us keep."""
    erase_expired_data(at=at)
