"""Propose the results of a round for publication."""

from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.db.models import Max

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.measure.index.enums import SheetState
from nentang.measure.index.errors import ReasonMissing, RoundNotFound, StillOpen
from nentang.measure.index.models import Publication, Result, Round, Sheet
from nentang.measure.index.permissions import check_proposes
from nentang.measure.index.queries.sheets import (
    Trees,
    framework_of,
    lines_of,
    measured,
    trees_of,
    unit_of,
)
from nentang.measure.index.rules.scoring import places

SETTLED = (SheetState.APPRAISED, SheetState.PUBLISHED)


@transaction.atomic
def propose_results(*, round_id: int, reason: str, actor: Actor, at: datetime) -> Publication:
    """The next version, to be published by somebody else; a proposal that waited is replaced.

    Raises RoundNotFound, NotAppraiser, ReasonMissing, StillOpen (sheets not appraised).
    """
    if not reason.strip():
        raise ReasonMissing
    found = Round.objects.select_for_update().filter(pk=round_id).first()
    if found is None:
        raise RoundNotFound
    check_proposes(actor, found)
    sheets = list(found.sheets.select_related("round", "case", "organization"))
    waiting = sum(sheet.case.state not in SETTLED for sheet in sheets)
    if waiting:
        raise StillOpen(count=waiting)
    found.publications.filter(published_at=None).delete()
    last = found.publications.aggregate(last=Max("version"))["last"] or 0
    proposal = Publication.objects.create(
        round=found,
        version=last + 1,
        reason=reason.strip()[:1000],
        proposed_by_id=actor.account_id,
        proposed_at=at,
    )
    _write_results(proposal, sheets, at)
    record(
        actor=actor,
        action="index.propose_results",
        subject=f"index_round:{found.pk}",
        organization_id=found.appraised_by_id,
        at=at,
        details={"version": proposal.version, "sheets": len(sheets)},
    )
    return proposal


def _write_results(proposal: Publication, sheets: list[Sheet], at: datetime) -> None:
    framework = framework_of(proposal.round)
    trees = {
        sheet: trees_of(framework, lines_of(sheet, measured(sheet, at=at))) for sheet in sheets
    }
    known = {
        sheet.code: each.published.share
        for sheet, each in trees.items()
        if each.published.share is not None
    }
    place = places(known)
    Result.objects.bulk_create(
        Result(
            publication=proposal,
            unit_code=sheet.unit_code,
            name=unit_of(sheet, at).full_name,
            claimed=_decimal(each.claimed.share),
            computed=_decimal(each.computed.share),
            published=_decimal(each.published.share),
            coverage=_decimal(each.published.coverage) or Decimal(0),
            place=place.get(sheet.code),
            nodes=_nodes(each),
        )
        for sheet, each in trees.items()
    )


def _nodes(trees: Trees) -> dict[str, list[str | None]]:
    """The three shares of each node that has any."""
    found: dict[str, list[str | None]] = {}
    for node in (each.code for each in trees.claimed.node.all()):
        three = [whole.at(node) for whole in (trees.claimed, trees.computed, trees.published)]
        shares = [str(each.share) if each and each.share is not None else None for each in three]
        if any(shares):
            found[node] = shares
    return found


def _decimal(share: Fraction | None) -> Decimal | None:
    if share is None:
        return None
    return (Decimal(share.numerator) / Decimal(share.denominator)).quantize(Decimal("1E-8"))
