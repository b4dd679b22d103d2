"""From where a cell that is known already comes, in words, and where it opens."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import day_words
from nentang.foundation.registers.public import register_named
from nentang.kernel.frozen import Frozen
from nentang.measure.reporting.rules.regimes import Cell, RegisterSource

from .words import spoken


class AskedOf(Frozen):
    """Of which unit and day it is asked; `registers` are those that the reader may open."""

    unit_code: str
    on: date
    registers: frozenset[str]


def source_words(cell: Cell, asked: AskedOf) -> str:
    """`tính từ dữ liệu`, or `lấy từ sổ Hộ gia đình, ngày 14/12/2020`; empty for what nothing counts."""
    if not cell.source:
        return ""
    if isinstance(cell.source, RegisterSource):
        title = register_named(cell.source.register).title
        words = {"register": title, "day": day_words(asked.on, spoken())}
        return _("lấy từ sổ %(register)s, ngày %(day)s") % words
    return _("tính từ dữ liệu")


def source_url(cell: Cell, asked: AskedOf) -> str:
    """The register, for whoever reads it; the board of the indicator, for everybody."""
    if isinstance(cell.source, RegisterSource):
        register = cell.source.register
        return reverse("registers:search", args=[register]) if register in asked.registers else ""
    if not cell.source:
        return ""
    words = {"chi-so": cell.source.indicator, "don-vi": asked.unit_code}
    return f"{reverse('indicators:board')}?{urlencode({k: v for k, v in words.items() if v})}"
