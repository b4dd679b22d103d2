"""Replace the text of a draft by a file."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.catalogue.adapters.bundle_file import read_bundle
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.permissions import check_writes
from nentang.government.catalogue.queries import draft_to_change

from ._draft import check_state, keep, rewrite

WHOLE = "*"


@transaction.atomic
def replace_bundle(*, draft_id: UUID, content: bytes, actor: Actor, at: datetime) -> BundleDraft:
    """The draft with the text of the file; FileUnreadable leaves it as it was."""
    draft = draft_to_change(draft_id)
    account = check_writes(actor, draft)
    check_state(draft, DraftState.OPEN)
    source = read_bundle(content, code=draft.procedure)
    rewrite(draft, source, sheet=WHOLE, before=draft.source, account_id=account, at=at)
    keep(draft, "replace_bundle", actor=actor, at=at, source=draft.source)
    return draft
