"""What judging a result writes beside it."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.measure.tasks.enums import Verdict
from nentang.measure.tasks.models import Evidence


def settle(evidence: Evidence, verdict: Verdict, words: str, *, actor: Actor, at: datetime) -> None:
    """Who said what of the evidence, and when."""
    evidence.verdict, evidence.reason = verdict, words.strip()[:2000]
    evidence.judged_at, evidence.judged_by_id = at, actor.account_id
    evidence.save(update_fields=["verdict", "reason", "judged_at", "judged_by"])
