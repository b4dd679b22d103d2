"""Tell owners whose datasets have no new version on schedule."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import working_in
from nentang.foundation.facts.public import record_fact
from nentang.foundation.notifications.public import notify
from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import legal_day
from nentang.measure.open_data.indicators import OVERDUE
from nentang.measure.open_data.models import Dataset
from nentang.measure.open_data.queries import overdue
from nentang.measure.open_data.registry import PUBLISHERS, STALE

AT_ONCE = 100


def warn_of_stale_datasets(*, actor: Actor, at: datetime) -> int:
    """How many were told of now; each due day is told and counted once."""
    return sum(_warn(each, actor, at) for each in overdue(legal_day(at), AT_ONCE))


@transaction.atomic
def _warn(dataset: Dataset, actor: Actor, at: datetime) -> bool:
    untold = Dataset.objects.filter(pk=dataset.pk, told_on=None, next_on=dataset.next_on)
    if not untold.update(told_on=legal_day(at)):
        return False
    keepers = working_in([dataset.owner_id], legal_day(at), *PUBLISHERS).order_by("pk")
    for person_id in keepers.values_list("person_id", flat=True):
        if person_id:
            notify(
                template=STALE.code,
                person_id=person_id,
                context={"code": dataset.code},
                subject=f"dataset:{dataset.pk}",
                at=at,
            )
    record(
        actor=actor,
        action="open_data.warn_of_stale_datasets",
        subject=f"dataset:{dataset.pk}",
        organization_id=dataset.owner_id,
        at=at,
    )
    record_fact(
        OVERDUE,
        at=at,
        organization_id=dataset.owner_id,
        unit_code=organization(dataset.owner.pk).unit_code,
        dataset=dataset.code,
    )
    return True
