"""Throw a draft away."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.forms.queries import draft_of


@transaction.atomic
def discard_draft(*, draft_id: UUID, actor: Actor, at: datetime) -> None:
    """Forget what was typed; DraftNotFound for anybody else's draft."""
    draft = draft_of(draft_id, actor=actor)
    record(actor=actor, action="forms.discard_draft", subject=f"draft:{draft.pk}", at=at)
    draft.delete()
