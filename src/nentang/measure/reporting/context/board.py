"""The board of a body above: who has filed, who has not, what waits to be taken in."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nentang.foundation.portal.public import Tab
from nentang.kernel.clock import legal_day
from nentang.kernel.text import whole_number
from nentang.measure.reporting.models import Report
from nentang.measure.reporting.queries import BOARD_STATES, below, counts_below, periods_of
from nentang.measure.reporting.rules.regimes import regime_laws, regimes_on

from .words import period_words, spoken, state_words

SHOWN = 50
TABS = {
    "to_take": _("Chờ nhận"),
    "missing": _("Chưa có"),
    "taken": _("Đã nhận"),
    "late": _("Gửi chậm"),
}


def board_context(
    words: Mapping[str, str], bodies: Collection[int], at: datetime
) -> dict[str, Any]:
    """The chosen regime and period with counts and one page of reports."""
    regime, period = chosen(words, bodies, at)
    state = words.get("xem", "") if words.get("xem", "") in BOARD_STATES else "to_take"
    counts = counts_below(bodies, regime, period, at)
    after = whole_number(words.get("sau", "")) or 0
    found = below(bodies, regime, period, state, after_id=after, limit=SHOWN + 1)
    return {
        **choices(regime, period, bodies, at),
        "counts": counts,
        "state": state,
        "tabs": _tabs(regime, period, state, counts),
        "rows": [_row(report, at) for report in found[:SHOWN]],
        "older_url": _url(regime, period, state, found[SHOWN - 1].pk) if len(found) > SHOWN else "",
    }


def chosen(words: Mapping[str, str], bodies: Collection[int], at: datetime) -> tuple[str, str]:
    """The regime and period in the words of an address; what is wrong falls back to the usual."""
    codes = [rule.value.code for rule in regimes_on(legal_day(at))]
    regime = words.get("che-do", "")
    regime = regime if regime in codes else _first_with_reports(codes, bodies)
    periods = periods_of(regime, bodies=bodies)
    period = words.get("ky", "")
    return regime, period if period in periods else (periods[0] if periods else "")


def choices(regime: str, period: str, bodies: Collection[int], at: datetime) -> dict[str, Any]:
    """What can be chosen above a table."""
    law = regime_laws()[regime]
    return {
        "regimes": [
            (rule.value.code, rule.value.title(spoken())) for rule in regimes_on(legal_day(at))
        ],
        "regime": regime,
        "regime_title": law.rules[-1].value.title(spoken()),
        "periods": [(key, period_words(key)) for key in periods_of(regime, bodies=bodies)],
        "period": period,
        "period_title": period_words(period) if period else "",
    }


def _first_with_reports(codes: list[str], bodies: Collection[int]) -> str:
    ordered = sorted(codes, key=lambda code: code != "socio_economic")
    return next((code for code in ordered if periods_of(code, bodies=bodies, limit=1)), ordered[0])


def _row(report: Report, at: datetime) -> dict[str, Any]:
    is_missing = report.counted is None
    end = at if report.first_filed_at is None else report.first_filed_at
    late = max(0, (legal_day(end) - legal_day(report.due_at)).days)
    return {
        "report": report,
        "state": state_words(report),
        "is_missing": is_missing,
        "days_late": late,
        "can_remind": is_missing,
        "can_take": report.case.state == "filed",
    }


def _tabs(regime: str, period: str, state: str, counts: Mapping[str, int]) -> list[Tab]:
    return [
        Tab(str(label), _url(regime, period, name), is_current=name == state, count=counts[name])
        for name, label in TABS.items()
    ]


def _url(regime: str, period: str, state: str, after: int = 0) -> str:
    said: dict[str, str | int] = {"che-do": regime, "ky": period, "xem": state}
    if after:
        said["sau"] = after
    return f"{reverse('reporting:board')}?{urlencode(said)}"
