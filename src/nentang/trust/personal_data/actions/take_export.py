"""Take the file of what is held about oneself."""

from datetime import datetime
from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.trust.personal_data.adapters.package import path_of
from nentang.trust.personal_data.errors import ExportNotFound
from nentang.trust.personal_data.models import Export
from nentang.trust.personal_data.permissions import check_can_take


@transaction.atomic
def take_export(*, public_id: UUID, actor: Actor, at: datetime) -> BinaryIO:
    """The archive, to be read and closed; ExportNotFound for anybody else and after its days."""
    export = Export.objects.filter(public_id=public_id).first()
    if export is None:
        raise ExportNotFound
    check_can_take(actor, export, at)
    try:
        archive = path_of(export.public_id).open("rb")
    except FileNotFoundError:
        raise ExportNotFound from None
    Export.objects.filter(pk=export.pk, taken_at=None).update(taken_at=at)
    record(
        actor=actor,
        action="personal_data.take_export",
        subject=f"export:{export.pk}",
        person_id=export.person_id,
        at=at,
    )
    return archive
