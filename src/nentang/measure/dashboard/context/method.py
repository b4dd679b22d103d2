"""How each indicator is made, in plain words, from its own definition."""

from datetime import date
from typing import Any

from django.urls import reverse

from nentang.foundation.facts.public import Indicator, indicators, kinds
from nentang.kernel.frozen import Frozen
from nentang.kernel.text import sort_key
from nentang.measure.dashboard.queries import goal_marks, language
from nentang.measure.dashboard.rules.definitions import parted
from nentang.measure.dashboard.rules.formulas import changes_of
from nentang.measure.dashboard.rules.goals import goal_of, goals_on
from nentang.measure.indicators.public import (
    definition_of,
    find_indicator,
    latest_computation,
    symbol,
    title_of,
)


class Method(Frozen):
    """An indicator in the list."""

    title: str
    definition: str
    act: str
    url: str


def methods() -> dict[str, Any]:
    """Every indicator, by title."""
    found = [
        Method(
            title_of(each),
            definition_of(each),
            each.source_act,
            reverse("dashboard:method", args=[each.code]),
        )
        for each in indicators()
    ]
    return {"methods": sorted(found, key=lambda each: sort_key(each.title))}


def method(code: str, today: date) -> dict[str, Any]:
    """One of them; IndicatorNotFound."""
    indicator = find_indicator(code)
    above, below = parted(definition_of(indicator)) or ("", "")
    goal = goal_of(code, today)
    return {
        "indicator": indicator,
        "title": title_of(indicator),
        "definition": definition_of(indicator),
        "above": above,
        "below": below,
        "symbol": symbol(indicator.unit),
        "marks": goal_marks(indicator, today),
        "basis": _said(goal.basis.vi, goal.basis.en) if goal else "",
        "goal_rule": goals_on(today) if goal else None,
        "facts": _facts(indicator),
        "changes": [
            (number, _said(each.vi, each.en))
            for number, each in changes_of(code, indicator.formula_version)
        ],
        "computation": latest_computation(),
        "board_url": f"{reverse('indicators:board')}?chi-so={code}",
        "facts_url": f"{reverse('indicators:facts')}?chi-so={code}",
        "compare_url": f"{reverse('dashboard:compare')}?chi-so={code}",
        "embed_url": f"{reverse('dashboard:embeds')}?chi-so={code}",
    }


def _facts(indicator: Indicator) -> list[tuple[str, str]]:
    """Names of the kinds of facts, and in Vietnamese what each is."""
    known = {each.name: each for each in kinds()}
    return [
        (name, known[name].description.partition(";")[0] if language() == "vi" else "")
        for name in indicator.facts
        if name in known
    ]


def _said(vi: str, en: str) -> str:
    return en if language() == "en" else vi
