"""Give a proposed bundle back to its writers."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.errors import NoteMissing
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.permissions import check_approves
from nentang.government.catalogue.queries import draft_to_change

from ._draft import check_state, keep


@transaction.atomic
def return_bundle(*, draft_id: UUID, remark: str, actor: Actor, at: datetime) -> BundleDraft:
    """The draft, open again, with what is to be mended; NoteMissing, FourEyes, DraftNotOpen."""
    draft = draft_to_change(draft_id)
    check_approves(actor, draft)
    check_state(draft, DraftState.PROPOSED)
    if not remark.strip():
        raise NoteMissing
    changes = {"state": DraftState.OPEN, "remark": remark.strip()[:2000]}
    keep(draft, "return_bundle", actor=actor, at=at, **changes)
    return draft
