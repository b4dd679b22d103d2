"""Ask the gateway about orders of which it has not told us in time."""

from datetime import datetime

from nentang.economy.payments.errors import BankUnavailable
from nentang.economy.payments.queries import open_orders

from .ask_gateway import ask_gateway


def ask_about_open_orders(*, at: datetime, limit: int = 50) -> int:
    """How many requests were asked about; those of a gateway that is down wait."""
    asked = 0
    for code in open_orders(at, limit):
        try:
            ask_gateway(code=code, at=at)
        except BankUnavailable:
            continue
        asked += 1
    return asked
