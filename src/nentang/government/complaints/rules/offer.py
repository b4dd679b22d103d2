"""What may be complained about in a dossier, and until when."""

from datetime import datetime

from nentang.foundation.casework.public import term_end
from nentang.government.complaints.enums import About
from nentang.government.services.public import Outcome
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Rule

from .terms import complaint_days_on

ALWAYS = (About.CONDUCT, About.FEE)
BY_OUTCOME: dict[str, About] = {
    Outcome.GRANTED: About.DECISION,
    Outcome.REFUSED: About.DECISION,
    Outcome.NOT_ACCEPTED: About.INTAKE,
}


class Offer(Frozen):
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
    about = BY_OUTCOME.get(outcome)
    if about is None:
        return None
    rule = complaint_days_on(legal_day(decided_at))
    until = term_end(legal_day(decided_at), rule.value)
    return None if at > until else Offer((about, *late, *ALWAYS), until, rule)
