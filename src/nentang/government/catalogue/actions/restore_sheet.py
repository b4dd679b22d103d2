"""Put back what a sheet said before."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.errors import BundleNotFound
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.permissions import check_writes
from nentang.government.catalogue.queries import draft_to_change
from nentang.government.catalogue.rules.sheet_values import part_of, with_part

from ._draft import check_state, keep, rewrite
from .replace_bundle import WHOLE
from .save_sheet import sheet_named


@transaction.atomic
def restore_sheet(*, draft_id: UUID, edit_id: int, actor: Actor, at: datetime) -> BundleDraft:
    """The draft as it was before that saving of a sheet; what stands there now is kept as well."""
    draft = draft_to_change(draft_id)
    account = check_writes(actor, draft)
    check_state(draft, DraftState.OPEN)
    edit = draft.edits.filter(pk=edit_id).first()
    if edit is None:
        raise BundleNotFound
    if edit.sheet == WHOLE:
        source, before = edit.before, draft.source
    else:
        sheet = sheet_named(draft, edit.sheet)
        source = with_part(draft.source, sheet, edit.before)
        before = part_of(draft.source, sheet)
    rewrite(draft, source, sheet=edit.sheet, before=before, account_id=account, at=at)
    keep(draft, "restore_sheet", actor=actor, at=at, source=draft.source)
    return draft
