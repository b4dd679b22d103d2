"""Begin to fill in a linked matter for somebody at the counter."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.forms.public import Draft, start_draft
from nentang.government.linked.errors import KindNotFound
from nentang.government.linked.permissions import check_begins
from nentang.government.linked.queries import linked_of
from nentang.government.linked.rules.intake import ChainIntake
from nentang.kernel.clock import legal_day


def begin_at_counter(*, kind: str, actor: Actor, at: datetime) -> Draft:
    """The draft of whom the actor helps, at the actor's own counter; the draft itself is audited.

    KindNotFound (to who helps nobody at a counter there is none), and what beginning refuses.
    """
    linked = linked_of(kind, legal_day(at))
    offices, person_id = actor.organizations("clerk"), actor.principal_person_id
    if not offices or person_id is None:
        raise KindNotFound
    office_id = offices[0]
    check_begins(actor, person_id, organization_id=office_id)
    return start_draft(
        form=linked.form,
        subject_key=str(ChainIntake(kind, office_id, person_id, actor.mandate_id)),
        person_id=person_id,
        actor=actor,
        at=at,
    )
