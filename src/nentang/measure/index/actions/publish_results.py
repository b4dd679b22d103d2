"""Publish the results that somebody else proposed."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.casework.public import move_case
from nentang.foundation.facts.public import record_fact
from nentang.foundation.outbox.public import publish
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import NothingProposed, RoundNotFound
from nentang.measure.index.events import IndexPublished
from nentang.measure.index.indicators import RESULT_PUBLISHED
from nentang.measure.index.models import Publication, Round
from nentang.measure.index.permissions import check_can_see_round, check_publishes
from nentang.measure.index.queries import proposal_of


@transaction.atomic
def publish_results(*, round_id: int, actor: Actor, at: datetime) -> Publication:
    """The version, for everybody to see from now on; nobody can change it, only publish a later one.

    Raises RoundNotFound, NothingProposed, NotPublisher, SameHand.
    """
    found = Round.objects.select_for_update().filter(pk=round_id).first()
    if found is None:
        raise RoundNotFound
    check_can_see_round(actor, found)
    proposal = proposal_of(found)
    if proposal is None:
        raise NothingProposed
    check_publishes(actor, proposal)
    proposal.published_by_id, proposal.published_at = actor.account_id, at
    proposal.save(update_fields=["published_by", "published_at"])
    for sheet in found.sheets.select_related("case").filter(case__state=SheetState.APPRAISED):
        move_case(case=sheet.case, step="publish", actor=actor, at=at)
    _tell(proposal, actor, at)
    return proposal


def _tell(proposal: Publication, actor: Actor, at: datetime) -> None:
    own = proposal.round
    results = list(proposal.results.all())
    for result in results:
        if result.published is not None:
            record_fact(
                RESULT_PUBLISHED,
                at=at,
                organization_id=own.appraised_by_id,
                unit_code=result.unit_code,
                family=own.family,
                year=own.year,
                version=proposal.version,
                published=float(result.published),
                coverage=float(result.coverage),
            )
    record(
        actor=actor,
        action="index.publish_results",
        subject=f"index_round:{own.pk}",
        organization_id=own.appraised_by_id,
        at=at,
        details={"version": proposal.version, "units": len(results)},
    )
    publish(
        IndexPublished(own.pk, own.family, own.year, proposal.version, len(results)),
        at=at,
        key=f"{own.family}:{own.year}",
    )
