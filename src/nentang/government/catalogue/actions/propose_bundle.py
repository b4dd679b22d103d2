"""Hand a draft to whoever approves."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.errors import NoteMissing
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.permissions import check_writes
from nentang.government.catalogue.queries import draft_to_change

from ._draft import check_state, keep
from ._publishing import check_publishable


@transaction.atomic
def propose_bundle(*, draft_id: UUID, note: str, actor: Actor, at: datetime) -> BundleDraft:
    """The draft, waiting for approval; BundleFaulty, BeginsTooEarly, NoteMissing."""
    draft = draft_to_change(draft_id)
    check_writes(actor, draft)
    check_state(draft, DraftState.OPEN)
    if not note.strip():
        raise NoteMissing
    check_publishable(draft, at=at)
    keep(
        draft,
        "propose_bundle",
        actor=actor,
        at=at,
        state=DraftState.PROPOSED,
        note=note.strip()[:2000],
        remark="",
    )
    return draft
