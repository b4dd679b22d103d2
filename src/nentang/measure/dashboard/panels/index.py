"""The index: what a province claims of itself against what was counted, criterion by criterion."""

from collections.abc import Mapping
from fractions import Fraction
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from nentang.foundation.organizations.public import UnitLevel
from nentang.foundation.portal.public import number_words
from nentang.measure.dashboard.registry import Asked, Panel, register_panel
from nentang.measure.dashboard.rules.findings import (
    Cause,
    Finding,
    Known,
    Reasons,
    Source,
    Track,
    track_of,
)
from nentang.measure.index.public import Result, latest_publication, law_of, results_of, rule_for

FAMILY = "dti_province"
TOLERATED = Fraction(2, 100)
"""By how much of a criterion a claim may exceed the count and still be called the same; chosen by us."""
MOST = 100


def findings(asked: Asked) -> list[Finding]:
    """A province's own claim, or how many provinces claim what was counted; two queries at most."""
    if asked.unit is not None and asked.unit.level is not UnitLevel.PROVINCE:
        return []
    publication = latest_publication(FAMILY, year=asked.last.year, at=asked.at)
    if publication is None:
        return []
    year = publication.round.year
    leaves = _leaves(year)
    over = {each: excess(each, leaves) for each in results_of(publication, limit=MOST)}
    if asked.unit is None:
        return [_nation(asked, over, year)]
    return [
        _province(asked, each, found, year)
        for each, found in over.items()
        if each.unit_code == asked.unit.code
    ]


def excess(result: Result, leaves: Mapping[str, str]) -> dict[str, Fraction] | None:
    """By criterion how much more is claimed than was counted; None where nothing is both claimed and counted."""
    both = {
        code: Fraction(three[0]) - Fraction(three[1])
        for code, three in result.nodes.items()
        if code in leaves and three[0] is not None and three[1] is not None
    }
    return {code: more for code, more in both.items() if more > TOLERATED} if both else None


def _leaves(year: int) -> dict[str, str]:
    """Names of the criteria of that year's framework, by code."""
    rule = rule_for(law_of(FAMILY), year)
    is_english = (get_language() or "vi").startswith("en")
    leaves = rule.value.leaves if rule else ()
    return {node.code: node.name.en if is_english else node.name.vi for node in leaves}


def _nation(asked: Asked, over: Mapping[Result, dict[str, Fraction] | None], year: int) -> Finding:
    known = {each: found for each, found in over.items() if found is not None}
    beyond = [each for each, found in known.items() if found]
    value = 100 * (len(known) - len(beyond)) / len(known) if known else None
    causes = tuple(
        Cause(
            each.name, Fraction(1), asked.url(each.unit_code), asked.bodies.get(each.unit_code, "")
        )
        for each in beyond
    )
    return Finding(
        title=_("Tỉnh tự khai chỉ số DTI %(year)s sát số đếm được") % {"year": year},
        value=value,
        goal=100.0,
        unit="%",
        track=track_of(value, 100.0),
        source=_source(year, ""),
        goal_words=_("mọi tỉnh"),
        short=Fraction(len(beyond)) if beyond else None,
        lack=_("khai cao hơn số đếm được"),
        things=_("tỉnh"),
        reasons=(Reasons(_("Theo nơi"), causes),) if causes else (),
    )


def _province(
    asked: Asked, result: Result, found: dict[str, Fraction] | None, year: int
) -> Finding:
    names = _leaves(year)
    causes = tuple(Cause(names[code], 100 * more) for code, more in (found or {}).items())
    track = Track.UNKNOWN if found is None else Track.OFF if found else Track.ON
    return Finding(
        title=_("Chỉ số DTI %(year)s: đếm được so với tự khai") % {"year": year},
        value=_points(result.computed),
        goal=_points(result.claimed),
        unit=_("điểm"),
        track=track,
        source=_source(year, result.unit_code),
        goal_words=_("tự khai"),
        short=sum((each.amount for each in causes), Fraction(0)) if causes else None,
        lack=_("khai cao hơn số đếm được"),
        things=_("điểm phần trăm"),
        reasons=(Reasons(_("Theo tiêu chí"), causes),) if causes else (),
        who=asked.who,
        note=_("đã công bố %(points)s điểm") % {"points": _words(_points(result.published))},
    )


def _source(year: int, unit_code: str) -> Source:
    args = [unit_code] if unit_code else []
    address = reverse("index:unit" if unit_code else "index:board", args=args)
    link = f"{address}?{urlencode({'nam': year})}"
    return Source(
        Known.REPORTED,
        _("phiếu tự khai và kết quả thẩm định đã công bố"),
        ((_("phiếu chỉ số"), link),),
    )


def _points(share: object) -> float | None:
    return None if share is None else 100 * float(str(share))


def _words(points: float | None) -> str:
    language = "en" if (get_language() or "vi").startswith("en") else "vi"
    return "–" if points is None else number_words(points, language, 1)


register_panel(Panel("index.claims", gettext_lazy("Chỉ số DTI: tự khai và đếm được"), 50, findings))
