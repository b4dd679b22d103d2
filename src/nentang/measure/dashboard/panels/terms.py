"""Work that the law sets a term for, case by case: how much of it is in time, and who is late."""

from fractions import Fraction

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from nentang.foundation.facts.public import Indicator, indicators
from nentang.measure.dashboard.queries import by_field, by_place, facts_source
from nentang.measure.dashboard.registry import Asked, Panel, register_panel
from nentang.measure.dashboard.rules.findings import Finding, Reasons, Track, track_of
from nentang.measure.dashboard.rules.goals import CaseGoal, goals_on
from nentang.measure.dashboard.rules.shortfall import Counted, shortfall
from nentang.measure.indicators.public import Sum, title_of, values_of


def findings(asked: Asked) -> list[Finding]:
    """Every indicator that has such a goal on that day and is registered; places that counted nothing are silent."""
    known = {each.code: each for each in indicators()}
    goals = [each for each in goals_on(asked.last).value if each.indicator in known]
    codes = [each.indicator for each in goals]
    sums = values_of(codes, asked.unit_code, first=asked.first, last=asked.last, on=asked.on)
    return [
        _finding(asked, known[each.indicator], each, sums[each.indicator])
        for each in goals
        if sums[each.indicator].denominator
    ]


def _finding(asked: Asked, indicator: Indicator, goal: CaseGoal, counted: Sum) -> Finding:
    value = None if counted.value is None else 100 * counted.value
    track = track_of(value, goal.goal)
    share = Fraction(goal.goal) / 100
    is_english = (get_language() or "vi").startswith("en")
    missing = track in (Track.OFF, Track.NEAR)
    return Finding(
        title=title_of(indicator),
        value=value,
        goal=goal.goal,
        unit="%",
        track=track,
        source=facts_source(asked, indicator.code),
        goal_words=_("mọi việc đúng hạn"),
        short=shortfall(Counted.of(counted.numerator, counted.denominator), share)
        if missing
        else None,
        lack=_("trễ hạn"),
        things=goal.things.en if is_english else goal.things.vi,
        reasons=_reasons(asked, indicator, goal, counted) if missing else (),
        who=asked.who,
        note=goal.basis.en if is_english else goal.basis.vi,
    )


def _reasons(
    asked: Asked, indicator: Indicator, goal: CaseGoal, counted: Sum
) -> tuple[Reasons, ...]:
    share = Fraction(goal.goal) / 100
    if asked.below():
        return by_place(asked, indicator, counted, share)
    return by_field(asked, indicator, counted, share, goal.split) if goal.split else ()


register_panel(Panel("dashboard.terms", gettext_lazy("Việc có hạn theo luật"), 20, findings))
