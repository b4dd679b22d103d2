"""The targets of the Programme: value, goal of the next year, what each place adds to what is missing."""

from fractions import Fraction

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import day_words
from nentang.measure.dashboard.queries import by_place, facts_source
from nentang.measure.dashboard.registry import Asked, Panel, register_panel
from nentang.measure.dashboard.rules.findings import Finding, Known, Source, Track
from nentang.measure.dashboard.rules.shortfall import Counted, shortfall
from nentang.measure.indicators.public import Sum, find_indicator, values_of
from nentang.measure.programme.public import Known as TargetKnown
from nentang.measure.programme.public import Row, Word, target_table

TRACKS = {
    Word.MET: Track.ON,
    Word.NEAR: Track.NEAR,
    Word.BEHIND: Track.OFF,
    Word.UNKNOWN: Track.UNKNOWN,
}
SNAPSHOTS = (
    "services.highest_level",
    "reporting.regimes_connected",
    "data_sharing.bodies_connected",
)
"""Counted once a month or a day, so that a thing stands in them as often as it was looked at."""


def findings(asked: Asked) -> list[Finding]:
    """Every target of the nation; of a place those of which something was counted."""
    rows = target_table(asked.last, unit_code=asked.unit_code, geography_on=asked.on)
    shown = [
        row
        for row in rows
        if asked.unit is None
        or (row.target.known is TargetKnown.COMPUTED and row.standing.value is not None)
    ]
    codes = [row.target.indicator for row in shown if row.target.indicator]
    sums = values_of(codes, asked.unit_code, first=asked.first, last=asked.last, on=asked.on)
    return [_finding(asked, row, sums.get(row.target.indicator, Sum())) for row in shown]


def _finding(asked: Asked, row: Row, counted: Sum) -> Finding:
    target, stands = row.target, row.standing
    is_computed = target.known is TargetKnown.COMPUTED
    track = TRACKS[stands.word]
    goal = Fraction(stands.goal) / 100
    missing = is_computed and track in (Track.OFF, Track.NEAR)
    indicator = find_indicator(target.indicator) if is_computed else None
    is_countable = missing and target.indicator not in SNAPSHOTS
    return Finding(
        title=target.name_en if _in_english() else target.name_vi,
        value=stands.value,
        goal=stands.goal,
        unit="rank" if target.unit == "rank" else "%",
        track=track,
        source=_source(asked, row),
        goal_words=_("mục tiêu %(year)s") % {"year": stands.goal_year},
        short=shortfall(Counted.of(counted.numerator, counted.denominator), goal)
        if is_countable
        else None,
        things=_("lượt đếm") if target.indicator in SNAPSHOTS else _("trường hợp"),
        reasons=by_place(asked, indicator, counted, goal) if indicator and missing else (),
        who=asked.who,
        digits=0 if target.unit == "rank" else 1,
    )


def _source(asked: Asked, row: Row) -> Source:
    if row.target.known is TargetKnown.COMPUTED:
        return facts_source(asked, row.target.indicator)
    if row.reported_on:
        language = "en" if _in_english() else "vi"
        words = {"source": row.target.source, "day": day_words(row.reported_on, language)}
        return Source(Known.REPORTED, _("%(source)s báo cáo, %(day)s") % words)
    return Source(Known.UNKNOWN, _("chưa có nguồn"))


def _in_english() -> bool:
    return (get_language() or "vi").startswith("en")


register_panel(Panel("programme.targets", gettext_lazy("Mục tiêu của Chương trình"), 10, findings))
