"""What the address of a page asks for; what it asks wrongly falls back to the usual."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from msgspec.structs import replace

from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Rule
from nentang.measure.index.rules.framework import FAMILIES, Framework, law_of, rule_for
from nentang.measure.index.rules.spans import FIRST_YEAR, YearSpan, span_of

LONGEST_CODE = 12
COMPUTED_FAMILIES = ("dti_province", "service_index", "nine_criteria")


class Choice(Frozen):
    """A framework by one of its rules, a year or half-year, the unit within which units are ranked."""

    family: str
    rule: Rule[Framework]
    span: YearSpan
    within: str
    at: datetime

    @property
    def framework(self) -> Framework:
        """The framework in the chosen rule."""
        return self.rule.value

    @property
    def today(self) -> date:
        """The reader's day."""
        return legal_day(self.at)

    @property
    def on(self) -> date:
        """The day whose units are measured."""
        return self.span.ends(self.today)

    @property
    def usual(self) -> Rule[Framework]:
        """The rule by which that year is measured."""
        return rule_for(law_of(self.family), self.span.year) or law_of(self.family).rules[0]

    @property
    def is_trial(self) -> bool:
        """Whether the rule of another year is applied."""
        return self.rule.value.first_year != self.usual.value.first_year

    def words(self, **changes: Any) -> dict[str, str]:
        """The choice as the words of an address; what is usual is left out."""
        own = replace(self, **changes)
        said = {
            "khung": "" if own.family == FAMILIES[0] else own.family,
            "nam": own.span.code,
            "theo": str(own.rule.value.first_year) if own.is_trial else "",
            "trong": own.within,
        }
        return {name: value for name, value in said.items() if value}

    def url(self, name: str, *parts: str, **changes: Any) -> str:
        """A page of the choice, changed so."""
        words = self.words(**changes)
        if name == "index:unit":
            words.pop("trong", None)
        query = urlencode(words)
        address = reverse(name, args=parts)
        return f"{address}?{query}" if query else address

    def form(self) -> dict[str, list[tuple[str, object, bool]]]:
        """What can be chosen: value, words, whether it is chosen."""
        law = law_of(self.family)
        return {
            "families": [
                (family, law_of(family).title, family == self.family)
                for family in COMPUTED_FAMILIES
            ],
            "spans": [(span.code, span_words(span), span == self.span) for span in self._spans()],
            "rules": [
                (str(rule.value.first_year), rule.citation, rule is self.rule) for rule in law.rules
            ],
        }

    def _spans(self) -> list[YearSpan]:
        spans = [
            YearSpan(year, half)
            for year in range(self.today.year, FIRST_YEAR - 1, -1)
            for half in (0, 2, 1)
        ]
        return [span for span in spans if span.first <= self.today]


def span_words(span: YearSpan) -> str:
    """`năm 2020`, `nửa đầu năm 2020`."""
    year = {"year": span.year}
    if span.half == 1:
        return _("nửa đầu năm %(year)s") % year
    if span.half == 2:
        return _("nửa sau năm %(year)s") % year
    return _("năm %(year)s") % year


def choice_of(words: Mapping[str, str], at: datetime) -> Choice:
    """The choice in the words of an address."""
    family = words.get("khung", "")
    family = family if family in FAMILIES else FAMILIES[0]
    today = legal_day(at)
    span = span_of(words.get("nam", ""), today) or YearSpan(today.year)
    law = law_of(family)
    asked = words.get("theo", "")
    named = next((r for r in law.rules if str(r.value.first_year) == asked), None)
    rule = named or rule_for(law, span.year) or law.rules[0]
    return Choice(family, rule, span, words.get("trong", "")[:LONGEST_CODE], at)
