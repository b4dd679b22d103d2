"""For leaders: what a day was like."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.portal.public import (
    Bar,
    Bars,
    Fact,
    PageRequest,
    for_officer,
    number_words,
    percent_words,
)
from nentang.government.queue.enums import LEADING_ROLES
from nentang.government.queue.permissions import check_can_lead
from nentang.government.queue.queries import Day, day_of, find_office
from nentang.kernel import clock


@require_safe
@for_officer(*LEADING_ROLES)
def day(request: PageRequest, organization_id: int) -> HttpResponse:
    """Figures of today or of a day before, the whole office, its windows and matters."""
    check_can_lead(request.actor, organization_id)
    office, today = find_office(organization_id), clock.legal_day(clock.now())
    shown = day_of(office, min(_asked(request, today), today))
    language = request.LANGUAGE_CODE or "vi"
    bars = tuple(
        Bar(each.name, each.figures.served) for each in shown.windows if each.figures.served
    )
    context = {
        "office": office,
        "day": shown,
        "today": today,
        "facts": _facts(shown, language),
        "chart": Bars(_("Người đã làm xong ở mỗi quầy"), bars, unit=_("người"), digits=0)
        if bars
        else None,
    }
    return render(request, "queue/day.html", context)


def _asked(request: PageRequest, today: date) -> date:
    try:
        return date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return today


def _facts(shown: Day, language: str) -> list[Fact]:
    whole = shown.whole

    def number(value: float | None) -> str:
        return "–" if value is None else number_words(value, language)

    def minutes(value: float | None) -> str:
        return "–" if value is None else _("%(minutes)s phút") % {"minutes": number(value)}

    kept = whole.within_promise
    return [
        Fact(_("Đã lấy số"), number(whole.tickets)),
        Fact(_("Đã làm xong"), number(whole.served)),
        Fact(_("Gọi mà vắng"), number(whole.missed)),
        Fact(_("Không chờ nữa, hết ngày"), number(whole.left)),
        Fact(_("Một nửa chờ không quá"), minutes(whole.median_wait)),
        Fact(_("Chờ lâu nhất"), minutes(whole.longest_wait)),
        Fact(
            _("Được gọi trong thời gian hứa"),
            "–" if kept is None else percent_words(kept, language),
            _("hứa %(minutes)s phút") % {"minutes": number(shown.promised_minutes)},
        ),
    ]
