"""Targets in words: the table, values with their units, standing, speed, pace."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import day_words, number_words
from nentang.kernel.frozen import Frozen
from nentang.measure.programme.enums import Measure
from nentang.measure.programme.queries import Row
from nentang.measure.programme.rules.progress import Progress, Speed
from nentang.measure.programme.rules.standing import Standing, Word
from nentang.measure.programme.rules.targets import Known, Target

YEARS = (2025, 2030)
WORDS = {
    Word.MET: (gettext_lazy("Đạt"), "ok"),
    Word.NEAR: (gettext_lazy("Sát mốc"), "wait"),
    Word.BEHIND: (gettext_lazy("Chậm"), "late"),
    Word.UNKNOWN: (gettext_lazy("Chưa đo được"), "info"),
}


SPEEDS = {
    Speed.MET: (gettext_lazy("Đã đạt mốc"), "ok"),
    Speed.ON_TRACK: (gettext_lazy("Đủ nhanh"), "ok"),
    Speed.TOO_SLOW: (gettext_lazy("Chậm hơn cần"), "wait"),
    Speed.HARDLY: (gettext_lazy("Gần như đứng yên"), "late"),
    Speed.WRONG_WAY: (gettext_lazy("Đi ngược"), "late"),
    Speed.UNKNOWN: (gettext_lazy("Chưa đủ để so tốc độ"), "info"),
}
SYMBOLS = {
    Measure.PERCENT: "%",
    Measure.PERCENT_A_YEAR: "%",
    Measure.DAYS: gettext_lazy("ngày"),
    Measure.HOURS: gettext_lazy("giờ"),
    Measure.POINTS: gettext_lazy("điểm"),
}


class Line(Frozen):
    """A row of the table as people read it; an empty `board_url` where there is no board to open."""

    name: str
    value: str
    goals: list[tuple[int, str]]
    word: str
    tone: str
    known: str
    pace: str
    office: str
    obstacles: int
    url: str
    board_url: str


def line(row: Row, on: date, *, years: tuple[int, ...] = YEARS, obstacles: int = 0) -> Line:
    """The row in the reader's language."""
    target, stands = row.target, row.standing
    word, tone = judged(row)
    return Line(
        name_of(target),
        _("chưa biết") if stands.value is None else value_words(stands.value, target.unit),
        [(year, goal_words(target, year)) for year in years],
        word,
        tone,
        known_words(row),
        pace_words(target, stands, on),
        target.office,
        obstacles,
        reverse("programme:target", args=[target.id]),
        board_url(target),
    )


def judged(row: Row) -> tuple[str, str]:
    """One word with its tone: how fast it moves where that is known, else how it stands to the goal."""
    speed = row.progress.speed
    known = SPEEDS[speed] if speed not in (Speed.MET, Speed.UNKNOWN) else WORDS[row.standing.word]
    return str(known[0]), known[1]


def name_of(target: Target) -> str:
    """Its name; that of a body's own target is as its officers wrote it."""
    return target.name_en if spoken() == "en" else target.name_vi


def goal_words(target: Target, year: int) -> str:
    """The goal of that year as a plain number; a dash where there is none."""
    return number_of(target.goals[year]) if year in target.goals else "–"


def known_words(row: Row) -> str:
    """`tính từ dữ liệu`, `… báo cáo, 17/09/2024`, or `chưa có nguồn`."""
    if row.target.known is Known.COMPUTED:
        counted = row.standing.value is not None
        return _("tính từ dữ liệu") if counted else _("tính từ dữ liệu, chưa có việc nào để đếm")
    if row.reported_on:
        words = {"source": row.target.source, "day": day_words(row.reported_on, spoken())}
        if row.target.body_id:
            return _("báo cáo ngày %(day)s: %(source)s") % words
        return _("%(source)s báo cáo, %(day)s") % words
    return _("chưa có nguồn")


def pace_words(target: Target, stands: Standing, on: date) -> str:
    """What it still takes: a year where there is a year left, else until the end of this one."""
    if not stands.gap:
        return ""
    if target.unit == Measure.RANK:
        return _places(stands, on)
    facts = {"n": gap_words(abs(stands.gap), target.unit), "year": stands.goal_year}
    if stands.pace is None:
        return _("còn thiếu %(n)s") % facts
    if on.year == stands.goal_year:
        text = _("cần tăng %(n)s trước hết năm %(year)s") if stands.gap > 0 else _("cần giảm %(n)s trước hết năm %(year)s")  # fmt: skip
        return text % facts
    facts["n"] = gap_words(abs(stands.pace), target.unit)
    text = _("cần tăng %(n)s mỗi năm") if stands.gap > 0 else _("cần giảm %(n)s mỗi năm")
    return text % facts


def _places(stands: Standing, on: date) -> str:
    facts = {"n": number_of(abs(stands.gap or 0)), "year": stands.goal_year}
    if stands.pace is None:
        return _("còn thiếu %(n)s bậc") % facts
    if on.year == stands.goal_year:
        return _("cần lên %(n)s bậc trước hết năm %(year)s") % facts
    return _("cần lên %(n)s bậc mỗi năm") % {"n": number_of(abs(stands.pace))}


def growth_words(target: Target, progress: Progress) -> tuple[str, str]:
    """Actual and required growth a year, in words; empty where nothing can be said."""
    if progress.actual is None or progress.required is None:
        return "", ""
    return _growth(target, progress.actual, progress), _growth(target, progress.required, progress)


def _growth(target: Target, value: float, progress: Progress) -> str:
    if progress.is_compound:
        return _("%(n)s mỗi năm") % {"n": value_words(100 * value, Measure.PERCENT, signed=True)}
    return _("%(n)s mỗi năm") % {"n": gap_words(value, target.unit, signed=True)}


def value_words(value: float, unit: str, *, signed: bool = False) -> str:
    """`76,2 %`, `71`, `12 ngày`."""
    is_share = unit in (Measure.PERCENT, Measure.PERCENT_A_YEAR)
    digits = 1 if is_share else None
    number = number_words(value, spoken(), digits) if is_share else number_of(value)
    sign = "+" if signed and value > 0 else ""
    symbol = str(SYMBOLS.get(Measure(unit), ""))
    return f"{sign}{number}\N{NO-BREAK SPACE}{symbol}" if symbol else f"{sign}{number}"


def gap_words(value: float, unit: str, *, signed: bool = False) -> str:
    """A difference: percents differ by points."""
    sign = "+" if signed and value > 0 else ""
    if unit in (Measure.PERCENT, Measure.PERCENT_A_YEAR):
        return sign + _("%(n)s điểm phần trăm") % {"n": number_of(value)}
    return value_words(value, unit, signed=signed)


def number_of(value: float) -> str:
    """Without decimals where there are none, else with one."""
    shown = round(value, 1)
    return number_words(shown, spoken(), 0 if shown == int(shown) else 1)


def symbol_of(unit: str) -> str:
    """What stands after a value on a chart."""
    return str(SYMBOLS.get(Measure(unit), ""))


def board_url(target: Target, unit_code: str = "") -> str:
    """The board of its indicator, from which it opens down to each fact; empty for reported ones."""
    if not target.indicator:
        return ""
    words = {"chi-so": target.indicator}
    if place := unit_code or target.unit_code:
        words["don-vi"] = place
    return f"{reverse('indicators:board')}?{urlencode(words)}"


def spoken() -> str:
    """`en` on English pages, else `vi`."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"
