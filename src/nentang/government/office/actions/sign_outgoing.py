"""Sign a document: the leader decides that this text is issued."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.casework.public import advance, set_term, term_end
from nentang.government.office.models import OutgoingDocument
from nentang.government.office.permissions import check_may_sign
from nentang.government.office.queries import outgoing_to_change
from nentang.government.office.rules.terms import issue_days_on
from nentang.kernel.clock import legal_day

from ._document import hand_over


@transaction.atomic
def sign_outgoing(*, code: str, actor: Actor, at: datetime) -> OutgoingDocument:
    """The document, to be numbered and issued the same day, at the latest by the term of the law.

    The worker puts the leader's own digital signature and the body's seal under it once it has its number.
    Raises NotYourStep, OwnDraft, NotTheSigner, StepNotPossible, ChangedMeanwhile.
    """
    document = outgoing_to_change(code)
    check_may_sign(actor, document)
    day = legal_day(at)
    issue_by = term_end(day, issue_days_on(day).value)
    advance(
        document,
        "sign",
        actor=actor,
        at=at,
        signed_at=at,
        signed_version=document.version,
        issue_by=issue_by,
    )
    hand_over(document, None, at=at)
    set_term(case=document.case, due_at=issue_by, actor=actor, at=at)
    return document
