"""Words of the catalogue in the reader's language."""

from django import template
from django.utils.translation import get_language, gettext
from django.utils.translation import ngettext as plural

from nentang.foundation.portal.public import number_words
from nentang.government.catalogue.public import Bilingual, Deadline, FeeLine, FeeSchedule, Procedure
from nentang.government.services.rules.assessment import Score
from nentang.kernel.money import format_dong

register = template.Library()


@register.filter
def reader(text: Bilingual) -> str:
    """The text in the reader's language."""
    return text.in_language(get_language() or "vi")


@register.filter
def points(score: Score) -> str:
    """`1,87`; a dash where the points are not known."""
    return (
        "–"
        if score.points is None
        else number_words(round(score.points, 2), get_language() or "vi")
    )


@register.filter
def deadline_words(deadline: Deadline) -> str:
    """«Trong ngày», «3 ngày làm việc», or that it is not known."""
    if deadline.same_day:
        return gettext("Trong ngày")
    if deadline.working_days is None:
        return gettext("Chưa có số liệu đã kiểm chứng")
    days = deadline.working_days
    return plural("%(days)s ngày làm việc", "%(days)s ngày làm việc", days) % {"days": days}


@register.filter
def fee_words(schedule: FeeSchedule | None) -> str:
    """«Miễn phí», the amounts, or that they are not known."""
    if schedule is None:
        return gettext("Hỏi tại nơi tiếp nhận")
    if schedule.is_free:
        return gettext("Miễn phí")
    return "; ".join(map(_line_words, schedule.lines))


def _line_words(line: FeeLine) -> str:
    amount = format_dong(line.amount)
    facts = {"amount": amount, "from": line.from_page, "then": format_dong(line.then)}
    words = {
        "copy": gettext("%(amount)s một bản") % facts,
        "page": gettext("%(amount)s một trang, từ trang %(from)s là %(then)s") % facts
        if line.from_page
        else gettext("%(amount)s một trang") % facts,
    }.get(line.per, amount)
    if line.at_most is not None:
        words = gettext("%(words)s; nhiều nhất %(most)s một bản") % {
            "words": words,
            "most": format_dong(line.at_most),
        }
    if line.online_amount is not None:
        words = gettext("%(words)s; nộp qua mạng %(online)s") % {
            "words": words,
            "online": format_dong(line.online_amount),
        }
    return words


@register.filter
def fee_amount_words(amount: int) -> str:
    """The amount, or that nothing is taken."""
    return format_dong(amount) if amount else gettext("Miễn phí")


@register.filter
def level_words(level: str) -> str:
    """The level of a body in words."""
    words = {
        "commune": gettext("cấp xã"),
        "district": gettext("cấp huyện"),
        "province": gettext("cấp tỉnh"),
        "ministry": gettext("cấp bộ"),
    }
    return words[level]


@register.filter
def service_words(procedure: Procedure) -> str:
    """The service level in the words of the day's law."""
    if procedure.service_mode:
        return gettext("Toàn trình") if procedure.service_mode == "full" else gettext("Một phần")
    if procedure.service_level:
        return gettext("Mức %(level)s") % {"level": procedure.service_level}
    return gettext("Chưa công bố mức")
