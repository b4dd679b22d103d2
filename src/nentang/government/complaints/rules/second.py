"""From when until when one may complain a second time."""

from datetime import datetime

from nentang.foundation.casework.public import term_end
from nentang.government.complaints.enums import Difficulty, Instance
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

from .terms import resolution_terms_on, second_days_on


class Standing(Frozen):
    """What counts of a first complaint: its terms, and whether and when it was decided."""

    accept_by: datetime
    resolve_by: datetime | None
    decided_at: datetime | None
    difficulty: Difficulty


class Span(Frozen):
    """From when (exclusive) until when (inclusive)."""

    opens_at: datetime
    until: datetime

    def holds(self, at: datetime) -> bool:
        """Whether the instant lies in it."""
        return self.opens_at < at <= self.until


def second_span(first: Standing) -> Span:
    """When the second complaint is open: after the first decision, or after the end of its term.

    What was never accepted should have been by `accept_by`, and decided within the plain term from
    there. Both ends are as the law says; from the decision one may complain at once.
    """
    if first.decided_at:
        opens_at = begins_at = first.decided_at
    else:
        opens_at = begins_at = first.resolve_by or _would_have_ended(first.accept_by)
    day = legal_day(begins_at)
    return Span(opens_at, term_end(day, second_days_on(day, first.difficulty)))


def _would_have_ended(accept_by: datetime) -> datetime:
    day = legal_day(accept_by)
    return term_end(day, resolution_terms_on(day, Instance.FIRST).value.plain)
