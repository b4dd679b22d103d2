"""Issue a health insurance card."""

from datetime import date, datetime, timedelta

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, write_version
from nentang.government.insurance.models import HealthCard, Insured
from nentang.government.insurance.queries import card_on
from nentang.kernel.frozen import Frozen


class Card(Frozen):
    """Who pays, the class on the card (`TE`, `GD`), the level of benefit 1 to 5, where one is treated first."""

    payer: str
    category: str
    benefit: int
    facility: str


@transaction.atomic
def issue_card(
    *,
    insured: Insured,
    card: Card,
    good_from: date,
    good_until: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> HealthCard:
    """The card, good for those days; raises what `registers` raises."""
    return write_version(
        version=HealthCard(
            record=insured,
            payer=card.payer,
            category=card.category,
            benefit=card.benefit,
            facility=card.facility,
        ),
        act=Act.CHANGE if card_on(insured, good_from) else Act.ENTRY,
        valid_from=good_from,
        valid_to=good_until + timedelta(days=1),
        basis=basis,
        actor=actor,
        at=at,
    )
