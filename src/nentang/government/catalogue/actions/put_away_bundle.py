"""Put a draft away, or take it out again."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.errors import DraftNotOpen
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.permissions import check_writes
from nentang.government.catalogue.queries import draft_to_change

from ._draft import check_state, keep


@transaction.atomic
def put_away_bundle(*, draft_id: UUID, actor: Actor, at: datetime) -> BundleDraft:
    """The draft, no longer being written; nothing of it is lost. DraftNotOpen."""
    draft = draft_to_change(draft_id)
    check_writes(actor, draft)
    check_state(draft, DraftState.OPEN, DraftState.PROPOSED)
    keep(draft, "put_away_bundle", actor=actor, at=at, state=DraftState.DROPPED)
    return draft


def take_out_bundle(*, draft_id: UUID, actor: Actor, at: datetime) -> BundleDraft:
    """The draft, being written again; DraftNotOpen where another of the procedure is."""
    try:
        with transaction.atomic():
            draft = draft_to_change(draft_id)
            check_writes(actor, draft)
            check_state(draft, DraftState.DROPPED)
            keep(draft, "take_out_bundle", actor=actor, at=at, state=DraftState.OPEN)
    except IntegrityError:
        raise DraftNotOpen from None
    return draft
