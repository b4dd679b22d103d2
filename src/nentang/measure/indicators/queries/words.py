"""Indicators in the reader's language."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nentang.foundation.facts.public import Indicator
from nentang.measure.indicators.rules.figures import SHARES


def title_of(indicator: Indicator) -> str:
    """Its title."""
    return indicator.title_en if in_english() else indicator.title_vi


def definition_of(indicator: Indicator) -> str:
    """Its definition."""
    return indicator.definition_en if in_english() else indicator.definition_vi


def symbol(unit: str) -> str:
    """What stands after a value: `%`, `sao`, `giờ`; an unknown unit speaks for itself."""
    if unit in SHARES:
        return "%"
    words = {
        "stars": _("sao"),
        "hours": _("giờ"),
        "days": _("ngày"),
        "minutes": _("phút"),
        "complaints": _("khiếu nại"),
    }
    return words.get(unit, unit)


def in_english() -> bool:
    """Whether the reader reads English."""
    return (get_language() or "vi").startswith("en")
