"""Save one sheet of a draft."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.errors import BundleNotFound, SheetChanged, SheetWrong
from nentang.government.catalogue.models import BundleDraft
from nentang.government.catalogue.permissions import check_writes
from nentang.government.catalogue.queries import draft_to_change
from nentang.government.catalogue.rules.sheet_values import apply, part_of, shown
from nentang.government.catalogue.rules.sheets import Sheet, sheets_of

from ._draft import check_state, keep, rewrite


def seen(draft: BundleDraft, sheet: Sheet) -> str:
    """What tells one text of the sheet from another."""
    boxes = json.dumps(shown(draft.source, sheet), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(boxes.encode()).hexdigest()[:16]


def sheet_named(draft: BundleDraft, name: str) -> Sheet:
    """The sheet of that name; BundleNotFound."""
    found = (each for each in sheets_of(draft.source) if each.name == name)
    if (sheet := next(found, None)) is None:
        raise BundleNotFound
    return sheet


@transaction.atomic
def save_sheet(
    *,
    draft_id: UUID,
    sheet: str,
    posted: Mapping[str, str],
    last_seen: str,
    actor: Actor,
    at: datetime,
) -> BundleDraft:
    """The draft with what was typed into the sheet, all of it or nothing.

    SheetWrong names the boxes; SheetChanged where another saved the same sheet since `last_seen`.
    """
    draft = draft_to_change(draft_id)
    account = check_writes(actor, draft)
    check_state(draft, DraftState.OPEN)
    found = sheet_named(draft, sheet)
    if seen(draft, found) != last_seen:
        raise SheetChanged
    source, errors = apply(draft.source, found, posted)
    if errors:
        raise SheetWrong(fields={name: [code] for name, code in errors.items()})
    before = part_of(draft.source, found)
    if part_of(source, found) != before:
        rewrite(draft, source, sheet=sheet, before=before, account_id=account, at=at)
        keep(draft, "save_sheet", actor=actor, at=at, source=draft.source)
    return draft
