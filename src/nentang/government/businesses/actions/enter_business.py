"""Enter a business."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Basis, Version, check_may_keep, enter_record
from nentang.government.businesses.adapters import free_tax_code
from nentang.government.businesses.enums import BusinessState
from nentang.government.businesses.errors import (
    NameMissing,
    NameTaken,
    TaxCodeTaken,
    TradeTwice,
    TradeUnknown,
)
from nentang.government.businesses.models import (
    Activity,
    Business,
    Owner,
    Registration,
    Standing,
)
from nentang.government.businesses.queries import is_name_taken
from nentang.government.businesses.registry import BUSINESSES
from nentang.government.businesses.rules.trades import fault_in, trades_law
from nentang.kernel.frozen import Frozen
from nentang.kernel.identifiers import parse_tax_code


class BusinessFacts(Frozen, kw_only=True):
    """What a certificate says; `trades` are codes, `described` the words declared, capital in đồng.

    Without a tax code one is drawn with the digits `tax_prefix`.
    """

    name: str
    kind: str
    unit_code: str
    address_line: str
    capital: int
    owner_person_id: int
    owner_title: str
    trades: tuple[str, ...] = ()
    described: str = ""
    tax_code: str = ""
    tax_prefix: str = "13"
    parent: Business | None = None


@transaction.atomic
def enter_business(
    *,
    facts: BusinessFacts,
    starts_on: date,
    keeper_id: int,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Business:
    """The business, active from that day.

    Raises NameMissing, NameTaken, TradeUnknown, TradeTwice, InvalidIdentifier, TaxCodeTaken, NotYourRegister.
    """
    check_may_keep(actor, BUSINESSES, keeper_id)
    _check(facts, starts_on, keeper_id)
    code = (
        parse_tax_code(facts.tax_code).text if facts.tax_code else free_tax_code(facts.tax_prefix)
    )
    record = Business(code=code, keeper_id=keeper_id, parent=facts.parent)
    try:
        with transaction.atomic():
            return enter_record(
                record=record,
                versions=_versions(facts),
                valid_from=starts_on,
                basis=basis,
                actor=actor,
                at=at,
            )
    except IntegrityError as error:
        raise TaxCodeTaken from error


def _check(facts: BusinessFacts, starts_on: date, keeper_id: int) -> None:
    if not facts.name.strip():
        raise NameMissing
    if is_name_taken(facts.name, facts.kind, keeper_id):
        raise NameTaken
    check_trades(facts.trades, starts_on)


def check_trades(trades: Sequence[str], on: date) -> None:
    """TradeUnknown, TradeTwice: lines of activity are of the list of the day, the main one first, each once."""
    fault = fault_in(trades, trades_law().in_force(on=on)) if trades else None
    if fault and fault.code:
        raise TradeUnknown(code=fault.code)
    if fault:
        raise TradeTwice


def _versions(facts: BusinessFacts) -> list[Version]:
    return [
        Registration(
            name=facts.name.strip(),
            kind=facts.kind,
            unit_code=facts.unit_code,
            address_line=facts.address_line.strip(),
            capital=facts.capital,
        ),
        Activity(trades=list(facts.trades), described=facts.described[:1000]),
        Owner(person_id=facts.owner_person_id, title=facts.owner_title),
        Standing(state=BusinessState.ACTIVE),
    ]
