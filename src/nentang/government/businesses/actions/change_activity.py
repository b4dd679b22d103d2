"""Say what a business does from a day on."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, check_may_write, write_version
from nentang.government.businesses.enums import BusinessState
from nentang.government.businesses.errors import AlreadyDissolved
from nentang.government.businesses.models import Activity, Business
from nentang.government.businesses.queries import standing_on

from .enter_business import check_trades


@transaction.atomic
def change_activity(
    *,
    business: Business,
    trades: Sequence[str],
    described: str = "",
    act: Act = Act.CHANGE,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Activity:
    """Its lines of activity from that day on, of the list in force then, the main one first.

    Raises AlreadyDissolved, TradeUnknown, TradeTwice, and what `registers` raises.
    """
    check_may_write(actor, business)
    if standing_on(business, valid_from) is BusinessState.DISSOLVED:
        raise AlreadyDissolved
    check_trades(trades, valid_from)
    return write_version(
        version=Activity(record=business, trades=list(trades), described=described[:1000]),
        act=act,
        valid_from=valid_from,
        basis=basis,
        actor=actor,
        at=at,
    )
