"""Do not publish a version that waits."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.measure.open_data.enums import ReleaseState
from nentang.measure.open_data.errors import ReasonMissing
from nentang.measure.open_data.models import Release
from nentang.measure.open_data.permissions import check_manages
from nentang.measure.open_data.queries import release_to_decide

from ._decide import decide


@transaction.atomic
def set_aside_release(*, release_id: int, reason: str, actor: Actor, at: datetime) -> Release:
    """The version, never to be published; whoever prepared it may do so too.

    Raises ReleaseNotFound, NotYourDataset, ReasonMissing, ReleaseNotOpen.
    """
    release = release_to_decide(release_id)
    check_manages(actor, release.dataset)
    if not reason.strip():
        raise ReasonMissing
    account = actor.account_id or release.prepared_by_id
    decide(release, ReleaseState.SET_ASIDE, account=account, at=at, reason=reason.strip()[:500])
    record(
        actor=actor,
        action="open_data.set_aside_release",
        subject=f"release:{release.pk}",
        organization_id=release.dataset.owner_id,
        details={"dataset": release.dataset.code, "number": release.number},
        at=at,
    )
    return release
