"""The table of targets in words."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import day_words, number_words
from nentang.kernel.frozen import Frozen

from .queries import Row
from .rules.standing import Standing, Word
from .rules.targets import Known, Target

YEARS = (2025, 2030)
WORDS = {
    Word.MET: (gettext_lazy("Đạt"), "ok"),
    Word.NEAR: (gettext_lazy("Sát mốc"), "wait"),
    Word.BEHIND: (gettext_lazy("Chậm"), "late"),
    Word.UNKNOWN: (gettext_lazy("Chưa đo được"), "info"),
}


class Line(Frozen):
    """A row of the table as people read it; an empty `url` where there is no board to open."""

    name: str
    value: str
    goals: list[str]
    word: str
    tone: str
    known: str
    pace: str
    url: str


def line(row: Row, on: date) -> Line:
    """The row in the reader's language."""
    target, stands = row.target, row.standing
    word, tone = WORDS[stands.word]
    return Line(
        target.name_en if _language() == "en" else target.name_vi,
        _("chưa biết") if stands.value is None else _value(stands.value, target),
        [_number(target.goals[year]) if year in target.goals else "–" for year in YEARS],
        str(word),
        tone,
        known_words(row),
        pace_words(target, stands, on),
        _board_url(target),
    )


def known_words(row: Row) -> str:
    """`tính từ dữ liệu`, `… báo cáo, 17/09/2024`, or `chưa có nguồn`."""
    if row.target.known is Known.COMPUTED:
        counted = row.standing.value is not None
        return _("tính từ dữ liệu") if counted else _("tính từ dữ liệu, chưa có việc nào để đếm")
    if row.reported_on:
        words = {"source": row.target.source, "day": day_words(row.reported_on, _language())}
        return _("%(source)s báo cáo, %(day)s") % words
    return _("chưa có nguồn")


def pace_words(target: Target, stands: Standing, on: date) -> str:
    """What it still takes: a year where there is a year left, else until the end of this one."""
    if not stands.gap:
        return ""
    is_rank = target.unit == "rank"
    if stands.pace is None:
        text = _("còn thiếu %(n)s bậc") if is_rank else _("còn thiếu %(n)s điểm")
        return text % {"n": _number(abs(stands.gap))}
    if on.year == stands.goal_year:
        text = _("cần lên %(n)s bậc trước hết năm %(year)s") if is_rank else _("cần tăng %(n)s điểm trước hết năm %(year)s")  # fmt: skip
        return text % {"n": _number(abs(stands.gap)), "year": stands.goal_year}
    text = _("cần lên %(n)s bậc mỗi năm") if is_rank else _("cần tăng %(n)s điểm mỗi năm")
    return text % {"n": _number(abs(stands.pace))}


def _value(value: float, target: Target) -> str:
    if target.unit == "rank":
        return _number(value)
    return f"{number_words(value, _language(), 1)}\N{NO-BREAK SPACE}%"


def _number(value: float) -> str:
    return number_words(value, _language(), 0 if value == int(value) else 1)


def _board_url(target: Target) -> str:
    if not target.indicator:
        return ""
    return f"{reverse('indicators:board')}?{urlencode({'chi-so': target.indicator})}"


def _language() -> str:
    return "en" if (get_language() or "vi").startswith("en") else "vi"
