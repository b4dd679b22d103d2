"""What the board shows: figures, map, trend, ranking, and the way down to the facts."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from msgspec.structs import replace

from nentang.foundation.facts.public import Indicator, indicators
from nentang.foundation.organizations.public import UnitInfo
from nentang.foundation.portal.public import Bar, Bars, Mark, Point, Trend
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.queries import (
    Part,
    Tree,
    definition_of,
    latest_computation,
    months_of,
    parts,
    province_map,
    symbol,
    title_of,
    tree_on,
)
from nentang.measure.indicators.registry import Judgement, judgement
from nentang.measure.indicators.rules.figures import shown
from nentang.measure.indicators.rules.geographies import Geography, differ
from nentang.measure.indicators.rules.rollup import NATION, Sum

from .choice import Choice


class Crumb(Frozen):
    """One step of the way down from the nation."""

    label: str
    url: str


class Figure(Frozen):
    """One number with all that is said about it."""

    label: str
    unit: str
    value: float | None
    sum: Sum
    url: str
    facts_url: str
    judgement: Judgement | None = None
    is_chosen: bool = False


def board(asked: Choice) -> dict[str, Any]:
    """The board; UnitNotFound for a unit that never was. Four queries, however many units."""
    tree = tree_on(asked.on)
    unit = tree.find(asked.unit_code)
    choice = replace(asked, unit_code=unit.code if unit else NATION)
    known = months_of(
        [each.code for each in indicators()],
        choice.unit_code,
        first=choice.first,
        last=choice.last,
        tree=tree,
    )
    sums = {code: sum(months.values(), Sum()) for code, months in known.items()}
    figures = [_figure(each, sums.get(each.code, Sum()), choice) for each in indicators()]
    chosen = next(figure for figure in figures if figure.is_chosen)
    below = parts(
        choice.indicator, choice.unit_code, first=choice.first, last=choice.last, tree=tree
    )
    return {
        **heading(choice, tree, unit),
        "figures": figures,
        "chosen": chosen,
        "trend": _trend(choice, known.get(choice.indicator.code, {}), chosen.judgement),
        "months": _months(choice, known.get(choice.indicator.code, {})),
        "map": _map(choice, below) if unit is None else None,
        "ranking": _ranking(choice, below, chosen.judgement),
        "parts": [_part(choice, part) for part in below],
    }


def heading(choice: Choice, tree: Tree, unit: UnitInfo | None) -> dict[str, Any]:
    """What both pages say of the choice: where, which indicator, computed when."""
    path = tree.path_to(unit.code) if unit else []
    steps = [(_("Cả nước"), NATION), *((each.full_name, each.code) for each in path)]
    return {
        "choice": choice,
        "unit": unit,
        "place": unit.full_name if unit else _("Cả nước"),
        "crumbs": [Crumb(name, choice.board_url(unit_code=code)) for name, code in steps],
        "title": title_of(choice.indicator),
        "definition": definition_of(choice.indicator),
        "computation": latest_computation(),
        "is_old": choice.geography is Geography.OLD,
        "other_geography": _other(choice) if differ(choice.today) else "",
    }


def _other(choice: Choice) -> str:
    other = Geography.NOW if choice.geography is Geography.OLD else Geography.OLD
    return choice.board_url(geography=other)


def _figure(indicator: Indicator, counted: Sum, choice: Choice) -> Figure:
    value = shown(counted.value, indicator.unit)
    return Figure(
        title_of(indicator),
        symbol(indicator.unit),
        value,
        counted,
        choice.board_url(indicator=indicator),
        choice.facts_url(indicator=indicator),
        judgement(indicator.code, value, choice.last),
        is_chosen=indicator is choice.indicator,
    )


def _part(choice: Choice, part: Part) -> Figure:
    """A unit below; its number leads to its facts, its name to its board."""
    return Figure(
        part.unit.full_name,
        symbol(choice.indicator.unit),
        shown(part.sum.value, choice.indicator.unit),
        part.sum,
        choice.board_url(unit_code=part.unit.code),
        choice.facts_url(unit_code=part.unit.code),
    )


def _months(choice: Choice, known: Mapping[date, Sum]) -> list[Figure]:
    return [
        Figure(
            f"{month:%m/%Y}",
            symbol(choice.indicator.unit),
            shown(counted.value, choice.indicator.unit),
            counted,
            "",
            choice.facts_url(month=month),
        )
        for month in choice.months
        if (counted := known.get(month, Sum()))
    ]


def _trend(choice: Choice, known: Mapping[date, Sum], said: Judgement | None) -> Trend:
    indicator = choice.indicator
    points = tuple(
        Point(f"{month:%m/%Y}", shown(known.get(month, Sum()).value, indicator.unit))
        for month in choice.months
    )
    return Trend(
        _("Từng tháng"),
        points,
        unit=symbol(indicator.unit),
        marks=tuple(Mark(str(goal.year), goal.value) for goal in (said.goals if said else ())),
        column=_("Tháng"),
        note=title_of(indicator),
    )


def _ranking(choice: Choice, below: list[Part], said: Judgement | None) -> Bars:
    unit = symbol(choice.indicator.unit)
    bars = tuple(
        Bar(part.unit.full_name, figure.value, url=figure.url)
        for part in below
        if (figure := _part(choice, part))
    )
    goal = said.goals[0] if said and said.goals else None
    return Bars(
        _("So các nơi"),
        bars,
        unit=unit,
        mark=Mark(_("Mục tiêu %(year)s") % {"year": goal.year}, goal.value) if goal else None,
        maximum=100 if unit == "%" else 0,
        column=_("Nơi"),
        note=title_of(choice.indicator),
    )


def _map(choice: Choice, below: list[Part]) -> Any:
    words = choice.words()
    return province_map(
        choice.indicator,
        first=choice.first,
        last=choice.last,
        on=choice.on,
        provinces=below,
        link={name: words[name] for name in ("nam", "dia-gioi") if name in words},
    )
