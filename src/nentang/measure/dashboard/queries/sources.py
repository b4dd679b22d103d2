"""How a computed figure is known: the addresses of its facts, a year each."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from nentang.measure.dashboard.registry import Asked
from nentang.measure.dashboard.rules.findings import Known, Source


def facts_source(asked: Asked, indicator: str) -> Source:
    """`tính từ dữ kiện`, with a link to the facts of each calendar year that the months touch."""
    return Source(
        Known.COMPUTED,
        _("tính từ dữ kiện"),
        tuple(
            (_("dữ kiện %(year)s") % {"year": year}, _facts(asked, indicator, year))
            for year in range(asked.last.year, asked.first.year - 1, -1)
        ),
    )


def _facts(asked: Asked, indicator: str, year: int) -> str:
    words = {"don-vi": asked.unit_code, "chi-so": indicator, "nam": year}
    geography = asked.words.get("dia-gioi", "")
    said = {**words, "dia-gioi": geography}
    return f"{reverse('indicators:facts')}?{urlencode({k: v for k, v in said.items() if v})}"
