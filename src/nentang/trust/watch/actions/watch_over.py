"""Look for signs of attack, and raise an alarm for each."""

from datetime import datetime

from nentang.kernel.clock import legal_day
from nentang.trust.watch.enums import Sign
from nentang.trust.watch.queries import counts_of, usual_looks
from nentang.trust.watch.rules import is_sign, signs_on

from .raise_alarm import raise_alarm


def watch_over(*, at: datetime) -> int:
    """How many alarms stand that were raised or counted on; the same sign of a day is one alarm."""
    measures = signs_on(legal_day(at)).value.measures
    alarms = 0
    for sign in Sign:
        for account_id, count in sorted(counts_of(sign, at).items()):
            usual = usual_looks(account_id, at) if measures[sign].times else 0
            if is_sign(measures[sign], count, usual):
                raise_alarm(
                    sign=sign, account_id=account_id, count=count, usual=round(usual), at=at
                )
                alarms += 1
    return alarms
