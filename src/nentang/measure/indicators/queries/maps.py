"""Provinces on the map."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.facts.public import Indicator
from nentang.foundation.portal.public import ProvinceMap, province_tiles
from nentang.measure.indicators.rules.figures import bounds, shown

from .trees import tree_on
from .values import Part, parts
from .words import symbol, title_of


def province_map(
    indicator: Indicator,
    *,
    first: date,
    last: date,
    on: date,
    provinces: Iterable[Part] | None = None,
    link: dict[str, str] | None = None,
) -> ProvinceMap:
    """The provinces of day `on` with their figures over the months, each a link to its board.

    `provinces` saves the query where they are known; `link` is added to each address.
    """
    if provinces is None:
        provinces = parts(indicator, "", first=first, last=last, tree=tree_on(on))
    values = {part.unit.code: shown(part.sum.value, indicator.unit) for part in provinces}
    tiles = province_tiles(on)
    board = reverse("indicators:board")
    words = {"chi-so": indicator.code, **(link or {})}
    return ProvinceMap(
        title_of(indicator),
        tiles,
        values,
        bounds(values.values(), indicator.unit),
        unit=symbol(indicator.unit),
        digits=0 if symbol(indicator.unit) == "%" else 1,
        urls={
            place.code: f"{board}?{urlencode({'don-vi': place.code, **words})}"
            for place in tiles.places
            if place.code in values
        },
        column=_("Tỉnh, thành"),
    )
