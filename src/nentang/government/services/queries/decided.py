"""Dossiers that bodies decided in a time, with what each of them counts for."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, When
from django.db.models.functions import Coalesce, TruncDate

from nentang.government.services.enums import Outcome
from nentang.government.services.models import Dossier
from nentang.kernel.clock import VIETNAM

DECIDED = (Outcome.GRANTED, Outcome.REFUSED)
PROMISED = Coalesce("case__first_due_at", "case__due_at")
IN_TIME = Case(
    When(decided_at__gt=PROMISED, then=0),
    When(Q(day_decided__lt=F("day_promised")) | Q(day_received=F("day_promised")), then=2),
    default=1,
    output_field=IntegerField(),
)


def day_of(instant: Any) -> TruncDate:
    """The day in Viet Nam of an instant of the row."""
    return TruncDate(instant, tzinfo=VIETNAM)


def decided_dossiers(
    bodies: Collection[int], *, since: datetime, until: datetime
) -> QuerySet[Dossier]:
    """Dossiers that these bodies received and that were decided in that time, with points of criterion 1.

    Two points before the promised day, or in time for what is due on the day it came; one on that day.
    """
    found = Dossier.objects.filter(
        organization_id__in=bodies,
        decided_at__gte=since,
        decided_at__lt=until,
        outcome__in=DECIDED,
    )
    return found.annotate(
        day_decided=day_of("decided_at"),
        day_promised=day_of(PROMISED),
        day_received=day_of("received_at"),
    ).annotate(in_time=IN_TIME)
