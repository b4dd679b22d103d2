"""Words and shares of cases."""

from itertools import cycle

from django import template
from django.utils.translation import get_language, gettext, ngettext

from nentang.foundation.casework.models import TimelineEntry
from nentang.foundation.casework.queries import HolderTime
from nentang.foundation.casework.registry import kind_named
from nentang.foundation.portal.public import Share, Shares

register = template.Library()


@register.filter
def step_words(entry: TimelineEntry) -> str:
    """What happened, in the reader's language."""
    plain = {
        "open": gettext("Đã gửi đến cơ quan"),
        "assign": gettext("Có người nhận xử lý"),
        "release": gettext("Trả lại, chờ người khác nhận"),
        "forward": gettext("Đã chuyển cơ quan khác"),
        "reappoint": gettext("Xin lỗi và hẹn lại"),
        "remark": gettext("Ghi thêm vào hồ sơ"),
    }
    if entry.step in plain:
        return plain[entry.step]
    step = kind_named(entry.case.kind).transitions.get(entry.step)
    return step.title(get_language() or "vi") if step else entry.step


@register.filter
def last_tone(entry: TimelineEntry) -> str:
    """How the last entry is drawn: `done` once closed, `wait` while the applicant is asked, else `now`."""
    if entry.case.closed_at:
        return "done"
    return "wait" if entry.case.suspended_at else "now"


@register.filter
def held_shares(times: list[HolderTime]) -> Shares:
    """Who held it for how many working hours, as a bar with its table."""
    tones = cycle(("info", "ok", "left"))
    shares = tuple(
        Share(gettext("Chờ người nộp"), each.minutes / 60, "wait")
        if each.is_suspension
        else Share(each.name, each.minutes / 60, next(tones))
        for each in times
    )
    return Shares(gettext("Từ lúc nộp đến nay"), shares, unit=gettext("giờ làm việc"), digits=1)


@register.filter
def work_words(minutes: int) -> str:
    """`2 ngày 3 giờ` of working time, eight hours a day."""
    days, rest = divmod(minutes, 480)
    hours, left = divmod(rest, 60)
    parts = [
        ngettext("%(count)s ngày", "%(count)s ngày", days) % {"count": days} if days else "",
        ngettext("%(count)s giờ", "%(count)s giờ", hours) % {"count": hours} if hours else "",
        ngettext("%(count)s phút", "%(count)s phút", left) % {"count": left}
        if left and not days
        else "",
    ]
    return " ".join(part for part in parts if part) or gettext("chưa đến một phút")
