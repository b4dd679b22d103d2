"""The insured of the demo: people of Yên Hoà with health cards of that year."""

from datetime import date, datetime

from nentang.agreements.actor import SYSTEM
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.insurance.enums import Payer
from nentang.government.insurance.public import Card, enter_insured, issue_card
from nentang.government.population.public import Citizen

from .cast import FOUNDED, Office

BOOK = Basis(BasisKind.BOOK, "Danh sách tham gia bảo hiểm mẫu")
HOW_MANY = 40
AT_HOME = Card(Payer.HOUSEHOLD, "GD", 4, "Trạm y tế xã Yên Hoà")


def insure_families(insurance: Office, keeper: Office, *, at: datetime) -> None:
    """The first of those whom the police keep, each with a number drawn and a card that the household pays."""
    kept = Citizen.objects.filter(keeper=keeper.organization_id).order_by("pk")
    for citizen in kept[:HOW_MANY]:
        insured = enter_insured(
            person_id=citizen.person_id,
            number="",
            keeper_id=insurance.organization_id,
            basis=BOOK,
            actor=SYSTEM,
            at=at,
        )
        issue_card(
            insured=insured,
            card=AT_HOME,
            good_from=FOUNDED,
            good_until=date(2020, 12, 31),
            basis=BOOK,
            actor=SYSTEM,
            at=at,
        )
