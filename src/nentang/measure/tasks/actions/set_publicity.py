"""Say whether everybody may see the tasks of a decision."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.measure.tasks.models import Decision
from nentang.measure.tasks.permissions import check_confirms
from nentang.measure.tasks.queries import decision_to_change

from ._write import write_down_decision


@transaction.atomic
def set_publicity(*, decision: str, is_public: bool, actor: Actor, at: datetime) -> Decision:
    """The decision. DecisionNotFound."""
    found = decision_to_change(decision)
    check_confirms(actor, found)
    found.is_public = is_public
    found.save(update_fields=["is_public"])
    details = {"public": int(is_public)}
    write_down_decision(found, "set_publicity", actor=actor, at=at, details=details)
    return found
