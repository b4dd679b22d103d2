"""A chart for other sites: which one, drawn how, kept how long."""

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from msgspec.structs import replace

from nentang.foundation.facts.public import Indicator, indicators
from nentang.foundation.organizations.public import search_units
from nentang.foundation.portal.public import Bars, ProvinceMap, Trend, day_words
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.dashboard.enums import Layout
from nentang.measure.dashboard.queries import bars_of, language, map_of, place_of, trend_of
from nentang.measure.dashboard.rules.spans import FIRST, month_before
from nentang.measure.indicators.public import (
    Geography,
    Tree,
    day_of,
    default_indicator,
    find_indicator,
    latest_computation,
    title_of,
    tree_on,
    twelve_months_to,
)

LONGEST_CODE, LONGEST_WORDS, MONTHS = 12, 60, 23
LANGUAGES = ("vi", "en")
WIDE, HIGH = 720, 460


class Asked(Frozen):
    """A chart: indicator, place, layout, geography and language."""

    indicator: Indicator
    unit_code: str
    layout: Layout
    geography: Geography
    language: str
    at: datetime

    @property
    def today(self) -> date:
        """The reader's day."""
        return legal_day(self.at)

    @property
    def on(self) -> date:
        """The day whose units are shown."""
        return day_of(self.geography, self.today)

    def query(self) -> str:
        """The choice as the words of an address; what is usual is left out."""
        said = {
            "don-vi": self.unit_code,
            "kieu": "" if self.layout is Layout.TREND else self.layout.value,
            "dia-gioi": "" if self.geography is Geography.NOW else self.geography.value,
            "ngon-ngu": "" if self.language == "vi" else self.language,
        }
        return urlencode({name: value for name, value in said.items() if value})

    def url(self, name: str = "dashboard:embed") -> str:
        """A page or picture of the choice."""
        address = reverse(name, args=[self.indicator.code])
        return f"{address}?{self.query()}" if self.query() else address


def asked_of(indicator: str, words: Mapping[str, str], at: datetime) -> Asked:
    """The chart that an address names; IndicatorNotFound."""
    layout, geography = words.get("kieu", ""), words.get("dia-gioi", "")
    spoken = words.get("ngon-ngu", "")
    return Asked(
        indicator=find_indicator(indicator),
        unit_code=words.get("don-vi", "")[:LONGEST_CODE],
        layout=Layout(layout) if layout in Layout.values else Layout.TREND,
        geography=Geography(geography) if geography in set(Geography) else Geography.NOW,
        language=spoken if spoken in LANGUAGES else "vi",
        at=at,
    )


def mark_of(asked: Asked) -> str:
    """What changes whenever the chart may: the choice, the formula, the values and the day. One query."""
    computation = latest_computation()
    parts = (
        asked.url(),
        asked.indicator.formula_version,
        computation.pk if computation else 0,
        asked.today.isoformat(),
    )
    return f'"{sha256(repr(parts).encode()).hexdigest()[:24]}"'


def chart_of(asked: Asked) -> Trend | Bars | ProvinceMap:
    """The drawing; UnitNotFound for a place that never was."""
    tree = tree_on(asked.on)
    unit = tree.find(asked.unit_code)
    code, place = (unit.code if unit else ""), place_of(unit)
    if asked.layout is Layout.MAP:
        return map_of(
            asked.indicator, first=_year(asked), last=asked.today, on=asked.on, chosen=code
        )
    if asked.layout is Layout.BARS and _has_parts(tree, code):
        return bars_of(
            asked.indicator, code, place, first=_year(asked), last=asked.today, on=asked.on
        )
    first = max(month_before(asked.today.replace(day=1), MONTHS), FIRST)
    return trend_of(asked.indicator, code, place, first=first, last=asked.today, on=asked.on)


def _has_parts(tree: Tree, code: str) -> bool:
    return bool(tree.parts_of(code))


def _year(asked: Asked) -> date:
    return max(twelve_months_to(asked.today), FIRST)


def source_words(asked: Asked) -> str:
    """Where the chart comes from, in a line."""
    computation = latest_computation()
    day = legal_day(computation.computed_at) if computation else asked.today
    words = {"day": day_words(day, language()), "version": asked.indicator.formula_version}
    return _("Nguồn: Nền Tảng, tính từ dữ kiện, đến %(day)s, bản công thức %(version)s") % words


def frame(asked: Asked) -> dict[str, Any]:
    """The context of the small page, in the language that the address asks for."""
    with override(asked.language):
        return {
            "asked": asked,
            "language": asked.language,
            "title": title_of(asked.indicator),
            "chart": _within(asked, chart_of(asked)),
            "source": source_words(asked),
            "act": asked.indicator.source_act,
            "back_url": f"{settings.BASE_URL.rstrip('/')}{_board(asked)}",
            "method_url": f"{settings.BASE_URL.rstrip('/')}{_method(asked)}",
        }


def _within(asked: Asked, chart: Trend | Bars | ProvinceMap) -> Trend | Bars | ProvinceMap:
    """The chart under a heading that says what it shows: it says only where."""
    where = chart.note or (_("Các tỉnh, thành") if asked.layout is Layout.MAP else "")
    return replace(chart, title=where or chart.title, note="")


def _board(asked: Asked) -> str:
    words = {"don-vi": asked.unit_code, "chi-so": asked.indicator.code}
    said = {**words, "dia-gioi": "" if asked.geography is Geography.NOW else asked.geography.value}
    return f"{reverse('indicators:board')}?{urlencode({k: v for k, v in said.items() if v})}"


def _method(asked: Asked) -> str:
    return reverse("dashboard:method", args=[asked.indicator.code])


def code_page(words: Mapping[str, str], at: datetime) -> dict[str, Any]:
    """Where one chooses a chart and takes its code along."""
    asked = asked_of(words.get("chi-so") or default_indicator(), words, at)
    typed = words.get("noi", "")[:LONGEST_WORDS].strip()
    found = search_units(typed, asked.on, limit=1) if typed else ()
    if found:
        asked = asked_of(asked.indicator.code, {**words, "don-vi": found[0].code}, at)
    unit = tree_on(asked.on).find(asked.unit_code)
    base = settings.BASE_URL.rstrip("/")
    return {
        "asked": asked,
        "place": unit.place if unit else _("Cả nước"),
        "place_typed": typed or (unit.place if unit else ""),
        "is_unknown": bool(typed) and not found,
        "indicators": [(each.code, title_of(each)) for each in indicators()],
        "layouts": Layout.choices,
        "title": title_of(asked.indicator),
        "embed_url": asked.url(),
        "svg_url": asked.url("dashboard:embed_svg"),
        "png_url": asked.url("dashboard:embed_png"),
        "code": _code(base + asked.url(), title_of(asked.indicator)),
        "wide": WIDE,
        "high": HIGH,
    }


def _code(address: str, title: str) -> str:
    escaped, named = address.replace("&", "&amp;"), title.replace('"', "&quot;")
    return (
        f'<iframe src="{escaped}" title="{named}" width="100%" height="{HIGH}" '
        'style="border:0;max-width:720px" loading="lazy"></iframe>'
    )
