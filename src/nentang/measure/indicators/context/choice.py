"""What the address of a board asks for; what it asks wrongly falls back to the usual."""

from collections.abc import Mapping
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse
from msgspec.structs import replace

from nentang.foundation.facts.public import Indicator
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.queries import default_indicator, find_indicator
from nentang.measure.indicators.rules.figures import month_after, months
from nentang.measure.indicators.rules.geographies import Geography, day_of

FIRST_YEAR = 2020  # the Programme begins on 3 June 2020
LONGEST_CODE = 12


class Choice(Frozen):
    """An indicator, a unit, a year or one month of it, a geography, seen on a day."""

    indicator: Indicator
    unit_code: str
    year: int
    geography: Geography
    today: date
    month: date | None = None

    @property
    def on(self) -> date:
        """The day whose units are shown."""
        return day_of(self.geography, self.today)

    @property
    def first(self) -> date:
        """The first day that counts."""
        return self.month or date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day that counts: not later than today."""
        end = month_after(self.month) if self.month else date(self.year + 1, 1, 1)
        return min(end - timedelta(days=1), self.today)

    @property
    def months(self) -> list[date]:
        """The months that count."""
        return months(self.first, self.last)

    @property
    def years(self) -> range:
        """The years that can be chosen."""
        return range(FIRST_YEAR, self.today.year + 1)

    def words(self) -> dict[str, str]:
        """The choice as the words of an address; what is usual is left out."""
        said = {
            "don-vi": self.unit_code,
            "chi-so": self.indicator.code,
            "nam": "" if self.year == self.today.year else str(self.year),
            "dia-gioi": "" if self.geography is Geography.NOW else self.geography.value,
            "thang": f"{self.month:%Y-%m}" if self.month else "",
        }
        return {name: value for name, value in said.items() if value}

    def board_url(self, **changes: object) -> str:
        """The board of the choice, changed so."""
        return self._url("indicators:board", month=None, **changes)

    def table_url(self) -> str:
        """The table of the choice as a file."""
        return self._url("indicators:table")

    def facts_url(self, **changes: object) -> str:
        """The facts behind the figure of the choice, changed so."""
        return self._url("indicators:facts", **changes)

    def _url(self, name: str, **changes: object) -> str:
        chosen = replace(self, **changes)
        words = urlencode(chosen.words())
        return f"{reverse(name)}?{words}" if words else reverse(name)


def choice_of(words: Mapping[str, str], today: date) -> Choice:
    """The choice in the words of an address; IndicatorNotFound for an indicator nobody registers."""
    month = _month(words.get("thang", ""), today)
    year = words.get("nam", "")
    known = year.isascii() and year.isdigit() and FIRST_YEAR <= int(year[:4]) <= today.year
    return Choice(
        indicator=find_indicator(words.get("chi-so") or default_indicator()),
        unit_code=words.get("don-vi", "")[:LONGEST_CODE],
        year=month.year if month else int(year[:4]) if known else today.year,
        geography=Geography.OLD if words.get("dia-gioi") == Geography.OLD else Geography.NOW,
        today=today,
        month=month,
    )


def _month(text: str, today: date) -> date | None:
    try:
        month = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    return month if month.year >= FIRST_YEAR and month <= today else None
