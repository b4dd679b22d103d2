"""Publish a version that somebody else prepared."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.organizations.public import organization
from nentang.foundation.outbox.public import publish
from nentang.kernel.clock import legal_day
from nentang.measure.open_data.enums import Classification, ReleaseState
from nentang.measure.open_data.errors import NotOpen, PublishedMeanwhile
from nentang.measure.open_data.events import ReleasePublished
from nentang.measure.open_data.indicators import PUBLISHED
from nentang.measure.open_data.models import Dataset, Release
from nentang.measure.open_data.permissions import check_publishes
from nentang.measure.open_data.queries import current_release, release_to_decide
from nentang.measure.open_data.rules.schedule import next_due

from ._decide import decide


@transaction.atomic
def publish_release(*, release_id: int, actor: Actor, at: datetime) -> Release:
    """The version, open to everybody and never changed afterwards; the next one is due by the schedule.

    Raises ReleaseNotFound, NotYourDataset, FourEyes, ReleaseNotOpen, NotOpen, PublishedMeanwhile.
    """
    release = release_to_decide(release_id)
    account = check_publishes(actor, release)
    dataset = Dataset.objects.select_for_update().get(pk=release.dataset_id)
    if dataset.classification != Classification.OPEN:
        raise NotOpen
    last = current_release(dataset)
    if (last.pk if last else None) != release.follows_id:
        raise PublishedMeanwhile
    decide(release, ReleaseState.PUBLISHED, account=account, at=at)
    in_time = legal_day(at) <= dataset.next_on
    dataset.next_on = next_due(release.as_of, dataset.frequency)
    dataset.told_on = None
    dataset.save(update_fields=["next_on", "told_on"])
    _tell(release, in_time=in_time, actor=actor, at=at)
    return release


def _tell(release: Release, *, in_time: bool, actor: Actor, at: datetime) -> None:
    owner, code = release.dataset.owner, release.dataset.code
    record(
        actor=actor,
        action="open_data.publish_release",
        subject=f"release:{release.pk}",
        organization_id=owner.pk,
        details={"dataset": code, "number": release.number},
        at=at,
    )
    publish(ReleasePublished(code, release.number, owner.pk), at=at, key=code)
    record_fact(
        PUBLISHED,
        at=at,
        organization_id=owner.pk,
        unit_code=organization(owner.pk).unit_code,
        dataset=code,
        number=release.number,
        in_time=in_time,
        score=release.score,
    )
