"""Tags and filters for every template (built in, no load needed)."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django import template
from django.template import Context
from django.template.loader import get_template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from nentang.foundation.portal.registry import ShownCard
from nentang.foundation.portal.rules import charts, due, icons, words
from nentang.kernel import clock

register = template.Library()


@register.filter("dong")
def dong(amount: int | None) -> str:
    """`16.000 đ`."""
    return "" if amount is None else words.money_words(amount, language())


@register.filter("so")
def so(value: float | Decimal | None, digits: int | None = None) -> str:
    """`1.234,5`; a dash where nothing is known."""
    return "–" if value is None else words.number_words(value, language(), digits)


@register.filter("phan_tram")
def phan_tram(ratio: float | Decimal | None, digits: int = 1) -> str:
    """The ratio 0.982 as `98,2 %`; a dash where nothing is known."""
    return "–" if ratio is None else words.percent_words(ratio, language(), digits)


@register.filter("ngay")
def ngay(value: date | datetime | None) -> str:
    """The day in Viet Nam: `31/12/2020`."""
    if value is None:
        return ""
    day = clock.legal_day(value) if isinstance(value, datetime) else value
    return words.day_words(day, language())


@register.filter("gio")
def gio(at: datetime | None) -> str:
    """`thứ Hai 7/12, 9:00`, with the year where it is not this year."""
    return "" if at is None else words.instant_words(at, language(), year_now=_year())


@register.filter("khoang")
def khoang(span: timedelta) -> str:
    """A span in its largest unit: `4 ngày`, `2 giờ`, `40 phút`."""
    count, unit = words.largest_unit(span)
    if unit == "day":
        return ngettext("%(count)s ngày", "%(count)s ngày", count) % {"count": count}
    if unit == "hour":
        return ngettext("%(count)s giờ", "%(count)s giờ", count) % {"count": count}
    return ngettext("%(count)s phút", "%(count)s phút", count) % {"count": count}


@register.filter("con_lai")
def con_lai(working_days: int) -> str:
    """Working days left, as words: `còn 2 ngày làm việc`, `hôm nay là hạn`, `quá 1 ngày làm việc`."""
    count = abs(working_days)
    if working_days > 0:
        text = ngettext("còn %(count)s ngày làm việc", "còn %(count)s ngày làm việc", count)
    elif working_days < 0:
        text = ngettext("quá %(count)s ngày làm việc", "quá %(count)s ngày làm việc", count)
    else:
        return _("hôm nay là hạn")
    return text % {"count": count}


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of `rules.icons`, inline."""
    return mark_safe(icons.icon_svg(name))  # noqa: S308 - markup of our own


@register.inclusion_tag("portal/components/chip.html")
def due_chip(due_at: datetime | None) -> dict[str, str]:
    """A chip that says in words how near the due date is."""
    if due_at is None:
        return {"tone": "info", "text": _("Không có hạn")}
    at = clock.now()
    return {"tone": due.due_tone(due_at, at), "text": _due_words(due_at, at)}


@register.simple_block_tag(end_name="endnotice")
def notice(content: str, tone: str = "info") -> SafeString:
    """A frame for a message: `{% notice "wait" %}…{% endnotice %}`; `late` interrupts a reader."""
    role = "alert" if tone == "late" else "status"
    return format_html('<div class="notice {}" role="{}">{}</div>', tone, role, content)


@register.simple_block_tag(end_name="endtable_area")
def table_area(content: str, label: str) -> SafeString:
    """Around a wide table: it scrolls inside itself, by keyboard too."""
    return format_html(
        '<div class="table" role="region" aria-label="{}" tabindex="0">{}</div>', label, content
    )


@register.inclusion_tag("portal/components/chart.html")
def chart(drawn: charts.Chart, download: str = "") -> dict[str, Any]:
    """The drawing with its caption, its table and, where given, the address of its data."""
    spoken = language()
    return {
        "chart": drawn,
        "drawing": mark_safe(charts.draw(drawn, spoken)),  # noqa: S308 - escaped by the pencil
        "rows": charts.rows(drawn, spoken),
        "shares": _shares(drawn, spoken),
        "legend": charts.legend(drawn, spoken) if isinstance(drawn, charts.ProvinceMap) else [],
        "keys": charts.keys(drawn, spoken) if isinstance(drawn, charts.Lines) else [],
        "is_map": isinstance(drawn, charts.ProvinceMap),
        "says_units": isinstance(drawn, charts.Bars | charts.Shares),
        "download": download,
    }


@register.simple_tag
def sparkline(drawn: charts.Sparkline) -> SafeString:
    """The small line alone, beside its number."""
    return mark_safe(charts.draw(drawn, language()))  # noqa: S308 - escaped by the pencil


@register.simple_tag(takes_context=True)
def render_card(context: Context, card: ShownCard) -> str:
    """The body of a home card: its template with its own context and the page's."""
    return get_template(card.template).render({**_flat(context), **card.context})


def _shares(drawn: charts.Chart, spoken: str) -> list[tuple[str, str, str]]:
    """Tone, name and value of each share; nothing for other charts."""
    if not isinstance(drawn, charts.Shares):
        return []
    named = zip(drawn.shares, charts.rows(drawn, spoken), strict=True)
    return [(share.tone, name, value) for share, (name, value) in named]


def language() -> str:
    """`en` on English pages, else `vi`."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def _due_words(due_at: datetime, at: datetime) -> str:
    if due_at < at:
        late = due.days_late(due_at, at)
        text = ngettext("Quá %(count)s ngày", "Quá %(count)s ngày", late) % {"count": late}
        return text if late else _("Quá hạn từ hôm nay")
    local = due_at.astimezone(clock.VIETNAM)
    if due.is_today(due_at, at):
        return _("Hôm nay %(time)s") % {"time": f"{local.hour}:{local.minute:02}"}
    day = words.weekday_words(local.date(), language(), year_now=_year())
    return day[0].upper() + day[1:]


def _year() -> int:
    return clock.legal_day(clock.now()).year


def _flat(context: Context) -> dict[str, Any]:
    return {str(key): value for key, value in context.flatten().items()}
