"""Dossiers that are not finished: how many of them are late now."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Count, Q

from nentang.government.services.public import Dossier
from nentang.kernel.frozen import Frozen


class Waiting(Frozen):
    """Unfinished dossiers under one procedure at the bodies of one unit, and how many are past their due time."""

    unit_code: str
    procedure: str
    running: int
    late: int


def waiting_dossiers(unit_codes: Collection[str] | None, at: datetime) -> list[Waiting]:
    """Of those units, or of all; one query over open cases. What waits for its applicant is not late."""
    rows = Dossier.objects.filter(case__closed_at=None, case__due_at__isnull=False)
    if unit_codes is not None:
        rows = rows.filter(case__unit_code__in=unit_codes)
    late = Q(case__due_at__lt=at, case__suspended_at=None)
    counted = rows.values_list("case__unit_code", "procedure").annotate(
        running=Count("pk"), late=Count("pk", filter=late)
    )
    return [Waiting(*row) for row in counted.order_by()]
