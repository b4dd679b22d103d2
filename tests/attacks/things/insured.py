"""The mother's insurance, whose number and cards the body here keeps."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.government.insurance.actions import Card, enter_insured, issue_card
from nentang.government.insurance.enums import Payer, Scheme
from nentang.kernel.clock import legal_day
from tests.attacks.world import World
from tests.government.population.factories import BOOK

from .lot import Lot

CARD = Card(Payer.EMPLOYER, "DN", 4, "Trạm y tế xã Mẫu")


def insured(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """A card that is good; the neighbour has none yet."""
    mother, today = world.mother.actor.person_id or 0, legal_day(at)
    by: dict[str, Any] = {"basis": BOOK, "actor": masters["here"], "at": at}
    record = enter_insured(
        person_id=mother, number="9820000001", keeper_id=world.here.body.pk, **by
    )
    issue_card(
        insured=record, card=CARD, good_from=today, good_until=today.replace(year=2025), **by
    )
    values: dict[str, list[Any]] = {
        "insurance.basis": [BOOK],
        "insurance.person_id": [mother, world.neighbour.actor.person_id],
        "insurance.number": ["9820000001", "9820000002"],
        "insured": [record],
        "card": [CARD],
        "good_from": [today],
        "good_until": [today.replace(year=2030)],
        "scheme": [Scheme.COMPULSORY],
        "employer": ["Công ty Mẫu"],
        "monthly_base": [5_000_000],
    }
    return Lot(values, places={"": {"register": "insurance", "record_code": record.code}})
