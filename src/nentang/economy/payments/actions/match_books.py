"""Every night: fetch yesterday's statements and compare the last days."""

import logging
from datetime import date, datetime, timedelta

from nentang.economy.payments.adapters.gateways import statement_sources
from nentang.economy.payments.errors import BankUnavailable, StatementUnreadable
from nentang.economy.payments.rules.terms import MATCH_BACK
from nentang.kernel.clock import legal_day

from .match_day import match_day
from .take_in_statement import take_in_statement

log = logging.getLogger(__name__)


def match_books(*, at: datetime) -> int:
    """How many movements of the last week disagree. A source that does not answer is asked again tomorrow."""
    today = legal_day(at)
    days = [today - timedelta(days=back) for back in range(MATCH_BACK, 0, -1)]
    for day in days:
        _fetch(day, at)
    return sum(match_day(day=day, at=at) for day in days)


def _fetch(day: date, at: datetime) -> None:
    for name, source in statement_sources().items():
        try:
            content = source.fetch_statement(day)
            if content is not None:
                take_in_statement(source=name, day=day, content=content, at=at)
        except (BankUnavailable, StatementUnreadable) as fault:
            log.warning("no statement of %s for %s: %s", name, day, fault.code)
