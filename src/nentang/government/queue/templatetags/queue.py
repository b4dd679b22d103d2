"""Waits in plain words, and what the loudspeaker says."""

from datetime import datetime, timedelta

from django import template
from django.utils.translation import gettext, ngettext

from nentang.government.queue.queries import Call
from nentang.kernel.clock import VIETNAM

register = template.Library()
HOUR = 60


@register.filter
def wait_words(minutes: int | None) -> str:
    """About how long somebody waits: `khoảng 15 phút`; what is so while no window is open."""
    if minutes is None:
        return gettext("chưa có quầy nào mở cho việc này")
    if minutes == 0:
        return gettext("sắp đến lượt")
    if minutes < HOUR:
        return ngettext("khoảng %(count)s phút", "khoảng %(count)s phút", minutes) % {
            "count": minutes
        }
    hours, rest = divmod(minutes, HOUR)
    if not rest:
        return ngettext("khoảng %(count)s giờ", "khoảng %(count)s giờ", hours) % {"count": hours}
    return gettext("khoảng %(hours)s giờ %(minutes)s phút") % {"hours": hours, "minutes": rest}


@register.filter
def minutes_since(since: datetime | None, at: datetime) -> int | None:
    """Whole minutes from then until `at`."""
    return (at - since) // timedelta(minutes=1) if since else None


@register.filter
def hour_of(at: datetime) -> str:
    """The clock in Viet Nam: `8:05`."""
    local = at.astimezone(VIETNAM)
    return f"{local.hour}:{local.minute:02}"


@register.filter
def spoken(call: Call) -> str:
    """What is said aloud, in Vietnamese: the letters and digits of the number one by one."""
    return f"Mời số {' '.join(call.number)}, đến quầy số {call.window}."


@register.filter
def to_type(address: str) -> str:
    """The address as people type it: without scheme and last slash."""
    return address.partition("://")[2].rstrip("/")
