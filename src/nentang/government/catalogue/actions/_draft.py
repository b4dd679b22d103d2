"""What every change of a draft has in common."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.catalogue.enums import DraftState
from nentang.government.catalogue.errors import DraftNotOpen
from nentang.government.catalogue.models import BundleDraft


def check_state(draft: BundleDraft, *states: DraftState) -> None:
    """DraftNotOpen unless the draft stands in one of them."""
    if draft.state not in states:
        raise DraftNotOpen


def keep(draft: BundleDraft, step: str, *, actor: Actor, at: datetime, **changes: Any) -> None:
    """Save what changed and write it down."""
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.updated_at = at
    draft.save(update_fields=["updated_at", *changes])
    record(
        actor=actor,
        action=f"catalogue.{step}",
        subject=f"bundle_draft:{draft.pk}",
        organization_id=draft.organization_id,
        at=at,
    )


def rewrite(
    draft: BundleDraft,
    source: Mapping[str, Any],
    *,
    sheet: str,
    before: Any,
    account_id: int,
    at: datetime,
) -> None:
    """Put another text in place; what stood there before is kept."""
    draft.edits.create(sheet=sheet, before=before, account_id=account_id, saved_at=at)
    draft.source = dict(source)
