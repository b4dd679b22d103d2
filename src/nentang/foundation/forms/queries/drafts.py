"""Drafts that somebody has open."""

from uuid import UUID

from django.db.models import Max

from nentang.agreements.actor import Actor
from nentang.foundation.forms.errors import DraftNotFound
from nentang.foundation.forms.models import Draft, FormVersion


def draft_of(draft_id: UUID, *, actor: Actor) -> Draft:
    """The open draft of that actor; DraftNotFound for anybody else's."""
    found = Draft.objects.select_related("form").filter(public_id=draft_id, finished_at=None)
    draft = found.first()
    if draft is None or draft.account_id != actor.account_id:
        raise DraftNotFound
    return draft


def drafts_of(actor: Actor, *, prefix: str, limit: int = 20) -> list[Draft]:
    """The actor's open drafts of matters whose key begins so, the latest first."""
    found = Draft.objects.select_related("form").filter(
        account=actor.account_id, finished_at=None, subject_key__startswith=prefix
    )
    return list(found.order_by("-updated_at", "-pk")[:limit])


def next_form_version(code: str) -> int:
    """The number that no published version of the form has yet."""
    latest = FormVersion.objects.filter(code=code).aggregate(latest=Max("version"))["latest"]
    return (latest or 0) + 1
