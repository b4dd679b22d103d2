"""What may be complained about in a dossier, and until when."""

from dataclasses import dataclass
from datetime import datetime

from nentang.foundation.casework.public import term_end
from nentang.government.complaints.enums import About
from nentang.kernel.clock import legal_day
from nentang.kernel.law import Rule

from .terms import complaint_days_on

ALWAYS = (About.CONDUCT, About.FEE)
BY_OUTCOME = {
    "granted": About.DECISION,
    "refused": About.DECISION,
    "not_accepted": About.INTAKE,
}


@dataclass(frozen=True, slots=True)
class Offer:
    """The matters one may complain about. `until` and its rule are None while a dossier is only late."""

    abouts: tuple[About, ...]
    until: datetime | None
    rule: Rule[int] | None


def offer_for(
    *, outcome: str, decided_at: datetime | None, late_since: datetime | None, at: datetime
) -> Offer | None:
    """What may be complained about at that instant; None where there is nothing, or no longer.

    An undecided dossier while it is late; a decided one within the days of the law. Who withdrew
    complains about nothing.
    """
    late = (About.LATE,) if late_since else ()
    if decided_at is None:
        return Offer((*late, *ALWAYS), None, None) if late else None
    if outcome not in BY_OUTCOME:
        return None
    rule = complaint_days_on(legal_day(decided_at))
    until = term_end(legal_day(decided_at), rule.value)
    return None if at > until else Offer((BY_OUTCOME[outcome], *late, *ALWAYS), until, rule)
