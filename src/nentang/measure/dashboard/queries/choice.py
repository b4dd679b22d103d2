"""What the address of a dashboard asks for; what it asks wrongly falls back to the usual."""

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import urlencode

from django.urls import reverse

from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.dashboard.registry import Asked
from nentang.measure.dashboard.rules.spans import FIRST, last_day, month_before, month_named
from nentang.measure.indicators.public import Geography, day_of, tree_on, twelve_months_to

from .bodies import committees

LONGEST_CODE = 12
MONTHS_SHOWN = 24


class Choice(Frozen):
    """A unit, the last day of twelve months, a geography, seen at an instant."""

    unit_code: str
    last: date
    geography: Geography
    at: datetime

    @property
    def today(self) -> date:
        """The reader's day."""
        return legal_day(self.at)

    @property
    def is_now(self) -> bool:
        """Whether the months end today."""
        return self.last == self.today

    @property
    def first(self) -> date:
        """The first day of the twelve months."""
        return max(twelve_months_to(self.last), FIRST)

    @property
    def kept(self) -> dict[str, str]:
        """What stays in the address on the way down; what is usual is left out."""
        said = {
            "thang": "" if self.is_now else f"{self.last:%Y-%m}",
            "dia-gioi": "" if self.geography is Geography.NOW else self.geography.value,
        }
        return {name: value for name, value in said.items() if value}

    def url(self, name: str = "dashboard:overview", **more: str) -> str:
        """A page of the choice."""
        words = {"don-vi": self.unit_code, **self.kept, **more}
        said = urlencode({key: value for key, value in words.items() if value})
        return f"{reverse(name)}?{said}" if said else reverse(name)

    def months(self) -> list[tuple[str, str, bool]]:
        """The months that can be chosen: value, words, whether it is chosen."""
        this = self.today.replace(day=1)
        found = [month_before(this, count) for count in range(MONTHS_SHOWN)]
        if self.last.replace(day=1) not in found:
            found.append(self.last.replace(day=1))
        return [
            (f"{month:%Y-%m}", f"{month:%m/%Y}", month == self.last.replace(day=1))
            for month in found
            if month >= FIRST
        ]

    def asked(self) -> Asked:
        """What panels are asked; UnitNotFound for a unit that never was. Two queries."""
        on = day_of(self.geography, self.today)
        tree = tree_on(on)
        unit = tree.find(self.unit_code)
        code = unit.code if unit else ""
        near = [code, *(each.code for each in tree.parts_of(code))]
        return Asked(
            unit=unit,
            tree=tree,
            on=on,
            first=self.first,
            last=self.last,
            at=self.at,
            is_now=self.is_now,
            bodies=committees(near, on),
            words=self.kept,
        )


def choice_of(words: Mapping[str, str], at: datetime) -> Choice:
    """The choice in the words of an address."""
    today = legal_day(at)
    month = month_named(words.get("thang", ""), today)
    geography = words.get("dia-gioi", "")
    return Choice(
        unit_code=words.get("don-vi", "")[:LONGEST_CODE],
        last=min(last_day(month), today) if month else today,
        geography=Geography(geography) if geography in set(Geography) else Geography.NOW,
        at=at,
    )
