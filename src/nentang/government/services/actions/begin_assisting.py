"""Help somebody who stands at the counter: they consent in writing, and for that day the clerk acts for them."""

from datetime import datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import MandateKind, actor_for_account, grant_mandate
from nentang.foundation.organizations.public import organization
from nentang.government.services.errors import ConsentMissing, HelperUnknown, NotYourDesk
from nentang.government.services.permissions import ASSIST
from nentang.kernel.clock import legal_day

DAY = timedelta(days=1)


@transaction.atomic
def begin_assisting(*, person_id: int, consent: str, actor: Actor, at: datetime) -> Actor:
    """The clerk, acting for that person until the day ends; the mandate names the signed paper.

    It reaches what is declared at the counter and nothing else of theirs; either side may end it at
    once. NotYourDesk, ConsentMissing, HelperUnknown.
    """
    if not actor.has_role("clerk"):
        raise NotYourDesk
    if not consent.strip():
        raise ConsentMissing
    if actor.person_id is None or actor.account_id is None:
        raise HelperUnknown
    office = organization(actor.organizations("clerk")[0])
    mandate = grant_mandate(
        kind=MandateKind.COUNTER,
        agent_person_id=actor.person_id,
        principal_person_id=person_id,
        scope=ASSIST,
        basis=f"Giấy đồng ý số {consent.strip()[:60]}, ký tại quầy {office.name}"[:200],
        valid_from=legal_day(at),
        valid_to=legal_day(at) + DAY,
        actor=actor,
        at=at,
    )
    return actor_for_account(actor.account_id, at, assurance=actor.assurance, mandate_id=mandate.pk)
