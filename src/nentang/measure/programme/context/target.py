"""The page of one target: chart, table, how it is known, who answers for it, versions, what is in its way."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.facts.public import Indicator, indicators
from nentang.foundation.portal.public import Fact, Fan, Reach, Spot, day_words
from nentang.measure.programme.enums import Course, Measure
from nentang.measure.programme.queries import Moment, Outlook, Row, Step, Verdict
from nentang.measure.programme.rules.progress import Speed
from nentang.measure.programme.rules.rhythm import LEAST_OF
from nentang.measure.programme.rules.targets import Target

from .words import (
    SPEEDS,
    board_url,
    gap_words,
    growth_words,
    known_words,
    line,
    name_of,
    number_of,
    spoken,
    symbol_of,
    value_words,
)


def target_context(row: Row, outlook: Outlook, on: date) -> dict[str, Any]:
    """Everything that the page says of the target itself."""
    target = row.target
    actual, required = growth_words(target, row.progress)
    speed = SPEEDS[row.progress.speed][0]
    return {
        "target": target,
        "title": name_of(target),
        "line": line(row, on),
        "facts": _facts(row, outlook),
        "chart": _chart(target, outlook) if outlook.seen or outlook.path else None,
        "known": known_words(row),
        "definition": target.definition or _definition(target),
        "board_url": board_url(target),
        "speed": speed,
        "ratio": None if row.progress.ratio is None else round(100 * row.progress.ratio),
        "actual": actual,
        "required": required,
        "is_compound": row.progress.is_compound,
        "forecast": _forecast_words(target, outlook, is_met=row.progress.speed is Speed.MET),
        "goals": _goals(target, on),
        "reports": _reports(target, on),
        "act": target.act,
        "is_stepped": target.course == Course.STEPPED,
    }


def version_context(target: Target, on: date) -> dict[str, Any]:
    """What one version says."""
    return {"target": target, "title": name_of(target), "goals": _goals(target, on)}


def _facts(row: Row, outlook: Outlook) -> list[Fact]:
    target, stands = row.target, row.standing
    value = _("chưa biết") if stands.value is None else value_words(stands.value, target.unit)
    note = ""
    if row.reported_on:
        note = _("ngày %(day)s") % {"day": day_words(row.reported_on, spoken())}
    elif target.indicator:
        note = _("của mười hai tháng")
    facts = [
        Fact(_("Nay"), value, note),
        Fact(_("Mốc %(year)s") % {"year": stands.goal_year}, value_words(stands.goal, target.unit)),
    ]
    if outlook.asked is not None:
        facts.append(Fact(_("Lộ trình hôm nay"), value_words(outlook.asked, target.unit)))
    if stands.gap:
        short = number_of(abs(stands.gap))
        words = _("%(n)s bậc") % {"n": short} if target.unit == Measure.RANK else gap_words(abs(stands.gap), target.unit)  # fmt: skip
        facts.append(Fact(_("Thiếu đến mốc"), words))
    return facts


def _chart(target: Target, outlook: Outlook) -> Fan:
    of_months = bool(target.indicator)
    return Fan(
        _("Đã đi, lộ trình và dự báo"),
        tuple(_spot(m, of_months=of_months) for m in outlook.seen),
        tuple(_spot(m, of_months=False) for m in outlook.path),
        tuple(_reach(step) for step in outlook.ahead),
        is_stepped=target.course == Course.STEPPED,
        unit=symbol_of(target.unit),
        digits=0 if target.unit in (Measure.RANK, Measure.COUNT) else 1,
        path_word=_("lộ trình"),
        ahead_word=_("dự báo") if of_months else _("dự báo từ số báo cáo"),
        column=_("Lúc"),
        note=_("Nét liền: số thật. Nét đứt đỏ: lộ trình. Vùng nhạt: tám trên mười khả năng."),
    )


def _spot(moment: Moment, *, of_months: bool) -> Spot:
    label = f"{moment.on:%m/%Y}" if of_months else day_words(moment.on, spoken())
    return Spot(label, _at(moment.on, middle=of_months), moment.value)


def _reach(step: Step) -> Reach:
    at = _at(step.month, middle=True)
    return Reach(f"{step.month:%m/%Y}", at, step.value, step.low, step.high)


def _at(day: date, *, middle: bool) -> float:
    """A month stands at its middle, a day where it is."""
    if middle:
        return day.year + (day.month - 0.5) / 12
    return day.year + (day.timetuple().tm_yday - 1) / 365.25


def _forecast_words(target: Target, outlook: Outlook, *, is_met: bool) -> str:
    if not outlook.ahead:
        return _too_little(target)
    last = outlook.ahead[-1]
    facts = {
        "month": f"{last.month:%m/%Y}",
        "value": value_words(last.value, target.unit),
        "low": value_words(last.low, target.unit),
        "high": value_words(last.high, target.unit),
    }
    said = _("Nếu cứ đà này, %(month)s vào khoảng %(value)s, tám trên mười khả năng nằm giữa %(low)s và %(high)s.") % facts  # fmt: skip
    if not target.indicator:
        said = f"{said} {_('Dự báo này dựa trên số được báo cáo, không phải số hệ thống tự tính.')}"
    if is_met and outlook.verdict is Verdict.NOT_YET:
        return said
    verdicts = {
        Verdict.LIKELY: _("Nhiều khả năng đạt mốc."),
        Verdict.OPEN: _("Đạt mốc hay không còn ngỏ."),
        Verdict.UNLIKELY: _("Khó đạt mốc nếu không làm nhanh hơn."),
        Verdict.NOT_YET: _("Chưa đủ tháng để nói đến mốc."),
    }
    return f"{said} {verdicts[outlook.verdict]}"


def _too_little(target: Target) -> str:
    if target.indicator:
        return _("Chưa dự báo: cần ít nhất %(n)s tháng liền đã có số.") % {"n": LEAST_OF[1]}
    return _("Chưa dự báo: số báo cáo phải đều, ít nhất %(months)s tháng liền hoặc %(periods)s quý, nửa năm hay năm liền.") % {"months": LEAST_OF[1], "periods": LEAST_OF[3]}  # fmt: skip


def _goals(target: Target, on: date) -> list[dict[str, Any]]:
    return [
        {
            "year": year,
            "value": value_words(goal, target.unit),
            "is_over": date(year, 12, 31) < on,
        }
        for year, goal in sorted(target.goals.items())
    ]


def _reports(target: Target, on: date) -> list[dict[str, Any]]:
    """What was reported until that day, the latest first, at most thirty."""
    known = [each for each in sorted(target.reports.items(), reverse=True) if each[0] <= on]
    return [
        {
            "on": day,
            "value": value_words(value, target.unit),
            "source": target.sources.get(day, target.source),
        }
        for day, value in known[:30]
    ]


def _definition(target: Target) -> str:
    found: Indicator | None = next((i for i in indicators() if i.code == target.indicator), None)
    if found is None:
        return ""
    return found.definition_en if spoken() == "en" else found.definition_vi


def target_url(code: str) -> str:
    """The public page."""
    return reverse("programme:target", args=[code])
