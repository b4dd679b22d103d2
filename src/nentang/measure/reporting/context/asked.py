"""Which sum is asked for, under the units of which day, and the pieces of it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from nentang.foundation.organizations.public import UnitNotFound, unit_as_of
from nentang.foundation.portal.public import day_words
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.indicators.public import Geography, day_of, differ, tree_on
from nentang.measure.reporting.queries import NATION, Piece, Split, pieces_of, pieces_under
from nentang.measure.reporting.rules.periods import ReportPeriod, period_named
from nentang.measure.reporting.rules.regimes import Regime, regime_laws, regime_rule

from .board import chosen
from .words import spoken

OTHER = "khac"
"""The word in an address for the geography that the period did not have."""


class Asked(Frozen):
    """Which sum: a regime with its period, and a unit (empty: the nation).

    `units_on` is the day whose units are meant where that is not the last day of the period.
    """

    regime: Regime
    period: ReportPeriod
    unit_code: str
    units_on: date | None = None

    @property
    def day(self) -> date:
        """The day whose units are meant."""
        return self.units_on or self.period.last_on

    def url(self, **words: str) -> str:
        """The address of this sum, changed so."""
        said = {
            "che-do": self.regime.code,
            "ky": self.period.key,
            "don-vi": self.unit_code,
            "dia-gioi": OTHER if self.units_on else "",
            **words,
        }
        return f"{reverse('reporting:sum')}?{urlencode({k: v for k, v in said.items() if v})}"


def asked_of(words: Mapping[str, str], at: datetime) -> Asked | None:
    """The sum in the words of an address; None where nothing was ever opened. UnitNotFound."""
    code, key = chosen(words, (), at)
    if not key:
        return None
    law = regime_laws()[code]
    period = period_named(law.rules[0].value.period, key, law.rules[0].value.closing_day)
    regime = regime_rule(code, period.last_on).value
    other = other_day(period.last_on, legal_day(at)) if words.get("dia-gioi") == OTHER else None
    asked = Asked(regime, period, words.get("don-vi", "")[:5], other)
    if asked.unit_code:
        unit_as_of(asked.unit_code, asked.day)
    return asked


def pieces_asked(asked: Asked) -> tuple[list[Piece], tuple[Split, ...]]:
    """The pieces of the sum, and what lies only partly in it and is left out."""
    if asked.units_on is None:
        return pieces_of(asked.regime, asked.period, asked.unit_code), ()
    found = pieces_under(asked.units_on, asked.regime, asked.period, asked.unit_code)
    return found.pieces, found.left_out


def other_day(last_on: date, today: date) -> date | None:
    """A day of the other geography, before or after the merger of July 2025; None while there is one only."""
    if not differ(today):
        return None
    return day_of(Geography.OLD if differ(last_on) else Geography.NOW, today)


def geography_context(
    asked: Asked, left_out: tuple[Split, ...], cell: str, today: date
) -> dict[str, Any]:
    """Under the units of which day the sum stands, the way to the other one, what could not be divided."""
    other = None if asked.units_on else other_day(asked.period.last_on, today)
    is_switchable = bool(asked.units_on or other)
    day = asked.period.last_on if asked.units_on else other
    url = asked.url(**{
        "don-vi": _same_place(asked.unit_code, day) if day else "",
        "dia-gioi": "" if asked.units_on else OTHER,
        "o": cell,
    })  # fmt: skip
    return {
        "units_day": day_words(asked.day, spoken()),
        "is_other": asked.units_on is not None,
        "other_day": day_words(day, spoken()) if day else "",
        "other_url": url if is_switchable else "",
        "left_out": [_split(asked, each, cell) for each in left_out],
    }


def _same_place(unit_code: str, day: date) -> str:
    """The unit of that day that has the figures of this one; the nation where there is none."""
    try:
        found = tree_on(day).find(unit_code)
    except UnitNotFound:
        return NATION
    return found.code if found else NATION


def _split(asked: Asked, split: Split, cell: str) -> dict[str, Any]:
    return {
        "title": split.title,
        "parts": split.parts,
        "url": asked.url(**{"don-vi": split.counts_in, "o": cell}),
    }
