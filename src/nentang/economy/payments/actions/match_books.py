"""Every night: fetch yesterday's statements and compare the last days."""

import logging
from datetime import date, datetime, timedelta

from nentang.economy.payments.adapters.gateway import StatementSource
from nentang.economy.payments.adapters.gateways import statement_sources
from nentang.economy.payments.errors import BankUnavailable, StatementUnreadable
from nentang.economy.payments.models import PayeeAccount
from nentang.economy.payments.rules.terms import MATCH_BACK
from nentang.kernel.clock import legal_day

from .match_day import match_day
from .take_in_statement import take_in_statement

log = logging.getLogger(__name__)


def match_books(*, at: datetime) -> int:
    """How many movements of the last week disagree. A source that does not answer is asked again tomorrow.

    Where no body has an account yet, nobody is asked.
    """
    if not PayeeAccount.objects.exists():
        return 0
    today = legal_day(at)
    days = [today - timedelta(days=back) for back in range(MATCH_BACK, 0, -1)]
    for name, source in statement_sources().items():
        _fetch(name, source, days, at)
    return sum(match_day(day=day, at=at) for day in days)


def _fetch(name: str, source: StatementSource, days: list[date], at: datetime) -> None:
    for day in days:
        try:
            content = source.fetch_statement(day)
            if content is not None:
                take_in_statement(source=name, day=day, content=content, at=at)
        except StatementUnreadable as fault:
            log.warning("statement of %s for %s: %s", name, day, fault.code)
        except BankUnavailable:
            log.warning("%s does not answer for %s", name, day)
            break
