"""One screen of a unit: the board, the way down to it, the map, the other views."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import ProvinceMap
from nentang.kernel.frozen import Frozen
from nentang.measure.dashboard.queries import Choice, board_of
from nentang.measure.dashboard.registry import Asked
from nentang.measure.indicators.public import (
    Geography,
    default_indicator,
    differ,
    find_indicator,
    province_map,
)

WALL_SECONDS = 60


class Crumb(Frozen):
    """One step of the way down from the nation."""

    label: str
    url: str


def overview(choice: Choice) -> dict[str, Any]:
    """The context of the page."""
    board = board_of(choice)
    return {
        "board": board,
        "choice": choice,
        "place": board.place,
        "crumbs": _crumbs(board.asked),
        "map": None if board.asked.unit else _map(choice, board.asked),
        "other_geography": _other(choice),
        "is_old": choice.geography is Geography.OLD,
        "wall_url": choice.url(**{"man-hinh": "lon"}),
        "board_url": _board_url(board.asked),
        "seconds": WALL_SECONDS,
    }


def _crumbs(asked: Asked) -> list[Crumb]:
    path = asked.tree.path_to(asked.unit.code) if asked.unit else []
    steps = [(_("Cả nước"), ""), *((each.full_name, each.code) for each in path)]
    return [Crumb(name, asked.url(code)) for name, code in steps]


def _other(choice: Choice) -> str:
    if not differ(choice.today):
        return ""
    is_old = choice.geography is Geography.OLD
    return Choice(
        choice.unit_code, choice.last, Geography.NOW if is_old else Geography.OLD, choice.at
    ).url()


def _board_url(asked: Asked) -> str:
    words = {"don-vi": asked.unit_code, "dia-gioi": asked.words.get("dia-gioi", "")}
    said = urlencode({name: value for name, value in words.items() if value})
    return f"{reverse('indicators:board')}?{said}" if said else reverse("indicators:board")


def _map(choice: Choice, asked: Asked) -> ProvinceMap:
    return province_map(
        find_indicator(default_indicator()),
        first=asked.first,
        last=asked.last,
        on=asked.on,
        link={"dia-gioi": choice.geography.value},
    )
