"""Write down that personal data leaked, were lost or misused."""

import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.foundation.holdings.public import holding_of
from nentang.foundation.organizations.public import organization
from nentang.kernel.clock import legal_day
from nentang.trust.personal_data.errors import BreachIncomplete
from nentang.trust.personal_data.indicators import BREACH_RECORDED
from nentang.trust.personal_data.models import Breach
from nentang.trust.personal_data.permissions import check_in_charge
from nentang.trust.personal_data.rules.breaches import notice_on
from nentang.trust.personal_data.rules.codes import make_code


@transaction.atomic
def record_breach(
    *,
    organization_id: int,
    what: str,
    measures: str,
    places: Collection[str],
    people: int,
    found_at: datetime,
    actor: Actor,
    at: datetime,
) -> Breach:
    """The breach, with the instant by which the authority is to be told, counted from `found_at`.

    NotInCharge, BreachIncomplete, NothingInForce before the law of July 2023.
    """
    check_in_charge(actor, organization_id)
    known = [label for label in places if holding_of(label)]
    if not (what.strip() and measures.strip() and known) or people < 0 or found_at > at:
        raise BreachIncomplete
    law = notice_on(legal_day(found_at)).value
    breach = Breach.objects.create(
        code=make_code("VP", secrets.choice),
        organization_id=organization_id,
        what=what.strip()[:4000],
        measures=measures.strip()[:4000],
        places=sorted(known),
        people=people,
        found_at=found_at,
        due_at=found_at + timedelta(hours=law.hours),
        recorded_by_id=actor.account_id,
        recorded_at=at,
    )
    _tell(breach, actor, at)
    return breach


def _tell(breach: Breach, actor: Actor, at: datetime) -> None:
    places = len(breach.places)
    record(
        actor=actor,
        action="personal_data.record_breach",
        subject=f"breach:{breach.pk}",
        organization_id=breach.organization_id,
        details={"people": breach.people, "places": places},
        at=at,
    )
    record_fact(
        BREACH_RECORDED,
        at=at,
        organization_id=breach.organization_id,
        unit_code=organization(breach.organization_id).unit_code,
        people=breach.people,
        places=places,
    )
