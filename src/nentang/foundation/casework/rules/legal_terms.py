"""Terms that the law counts in days of the calendar, and not in working time."""

from datetime import date, datetime, time, timedelta

from nentang.kernel.clock import at_local

from .working_time import calendar

LAST_INSTANT = time(23, 59, 59)


def term_end(begins_on: date, days: int) -> datetime:
    """The last instant of a term of so many days from what happened on that day.

    That day itself is not counted; a term that would end on a day off ends with the next working
    day (Civil Code 2015, articles 147 and 148).
    """
    last = begins_on + timedelta(days=days)
    table = calendar()
    if not table.is_working_day(last):
        last = table.next_working_day(last)
    return at_local(last, LAST_INSTANT)
