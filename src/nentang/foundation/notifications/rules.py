"""When a message may be sent, when it is tried again, and what a template may contain."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from string import Formatter

from nentang.kernel.clock import VIETNAM, at_local

QUIET_FROM = time(21, 0)
QUIET_TO = time(7, 0)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
GIVE_UP_AFTER = timedelta(hours=72)


def after_quiet_hours(at: datetime, quiet_from: time, quiet_to: time) -> datetime:
    """`at`, or the end of the quiet hours it falls into; equal ends mean no quiet hours.

    Hours are those of Viet Nam and may pass midnight; the first is quiet, the last is not.
    """
    local = at.astimezone(VIETNAM)
    clock = local.time()
    passes_midnight = quiet_from > quiet_to
    if passes_midnight:
        is_quiet = clock >= quiet_from or clock < quiet_to
    else:
        is_quiet = quiet_from <= clock < quiet_to
    if not is_quiet:
        return at
    ends_tomorrow = passes_midnight and clock >= quiet_from
    return at_local(local.date() + timedelta(days=ends_tomorrow), quiet_to)


def wait_before_attempt(attempts: int) -> timedelta:
    """One minute, doubled with each failed attempt, six hours at most."""
    wait: timedelta = FIRST_WAIT * 2 ** min(max(attempts - 1, 0), 9)
    return min(wait, LONGEST_WAIT)


def gives_up(queued_at: datetime, at: datetime) -> bool:
    """Whether it has been tried for 72 hours."""
    return at - queued_at >= GIVE_UP_AFTER


def names_in(text: str) -> frozenset[str]:
    """The names in braces; ValueError where a brace holds anything but a plain name."""
    names = [name for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    wrong = [name for name in names if not name.isidentifier()]
    if wrong:
        raise ValueError(f"only plain names may stand in braces: {wrong}")
    return frozenset(names)


def filled(text: str, context: Mapping[str, str]) -> str:
    """The text with names replaced by what the context says; LookupError names what it lacks."""
    if missing := sorted(names_in(text) - context.keys()):
        raise LookupError(f"the message lacks {', '.join(missing)}")
    return text.format_map(context)
