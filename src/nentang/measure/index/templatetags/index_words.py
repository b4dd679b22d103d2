"""Texts of frameworks in the reader's language, and shares as they are shown."""

from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils.translation import get_language

from nentang.foundation.portal.public import number_words
from nentang.measure.index.rules.framework import Framework, Words

register = template.Library()


@register.filter("words")
def words(text: Words | None) -> str:
    """In the reader's language."""
    if text is None:
        return ""
    return text.en if reader() == "en" else text.vi


@register.simple_tag
def score(share: Fraction | Decimal | None, framework: Framework) -> str:
    """The share on the scale on which the framework is published; a dash where nothing is known."""
    if share is None:
        return "–"
    return number_words(float(Fraction(share) * framework.scale), reader(), framework.digits)


@register.simple_tag
def change(share: Fraction | None, framework: Framework) -> str:
    """A difference with its sign."""
    if share is None:
        return ""
    sign = "+" if share > 0 else ""
    return sign + number_words(float(share * framework.scale), reader(), framework.digits)


@register.filter("ty_le")
def ty_le(share: Fraction | None) -> str:
    """A share in percent, one digit."""
    return (
        "–"
        if share is None
        else f"{number_words(100 * float(share), reader(), 1)}\N{NO-BREAK SPACE}%"
    )


def reader() -> str:
    """`en` or `vi`."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"
