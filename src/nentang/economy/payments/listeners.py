"""What payments does when something happened, and every so often; each calls one action."""

from datetime import datetime

from nentang.agreements.cashier import cashier
from nentang.foundation.outbox.public import every

from .actions import expire_requests
from .public import PaymentsCashier

cashier.bind(PaymentsCashier())


@every(300, "payments.expire")
def expire(*, at: datetime) -> None:
    """Requests whose time is over wait no longer."""
    expire_requests(at=at)
