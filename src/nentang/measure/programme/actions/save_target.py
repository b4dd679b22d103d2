"""Save what was typed into a draft."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.programme.errors import DraftChanged, NotOpenForChange
from nentang.measure.programme.models import PlanTarget
from nentang.measure.programme.permissions import check_plans
from nentang.measure.programme.queries import plan_target_to_change

from ._check import DRAFT, kept_draft
from ._note import note


@transaction.atomic
def save_target(
    *, code: str, typed: Mapping[str, str], draft_version: int, actor: Actor, at: datetime
) -> PlanTarget:
    """The draft as typed. `draft_version` is what the page was made from.

    Raises TargetNotFound, NotYourTarget, NotOpenForChange, DraftChanged.
    """
    target = plan_target_to_change(code)
    account = check_plans(actor, target)
    if target.case.state != DRAFT:
        raise NotOpenForChange
    if draft_version != target.draft_version:
        raise DraftChanged
    target.draft = kept_draft(dict(typed))
    target.name = target.draft.get("name", "")[:200]
    target.draft_version += 1
    target.drafted_by_id, target.drafted_at = account, at
    target.save(update_fields=["draft", "name", "draft_version", "drafted_by", "drafted_at"])
    note(target, "save_target", actor=actor, at=at)
    return target
