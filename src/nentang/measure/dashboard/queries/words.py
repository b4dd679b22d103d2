"""Findings as people read them."""

from collections.abc import Sequence
from fractions import Fraction

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from nentang.foundation.portal.public import number_words
from nentang.kernel.frozen import Frozen
from nentang.measure.dashboard.rules.findings import Finding, Reasons, Track
from nentang.measure.dashboard.rules.shortfall import largest, rounded

WORDS = {
    Track.ON: (gettext_lazy("Đúng hướng"), "ok"),
    Track.NEAR: (gettext_lazy("Sát mốc"), "wait"),
    Track.OFF: (gettext_lazy("Chưa đạt"), "late"),
    Track.UNKNOWN: (gettext_lazy("Chưa biết"), "info"),
    Track.FREE: (gettext_lazy("Chưa có mốc"), "info"),
}
MOST_CAUSES = 3
RANK = "rank"


class ShownCause(Frozen):
    """A row of reasons: `width` is its part of the longest bar, in percent."""

    label: str
    url: str
    who: str
    amount: str
    width: float
    is_helping: bool = False


class ShownReasons(Frozen):
    """Reasons whose rounded amounts add up to the rounded whole."""

    by: str
    rows: tuple[ShownCause, ...]
    whole: str


class Shown(Frozen):
    """A finding in words."""

    finding: Finding
    panel: str
    value: str
    goal: str
    word: str
    tone: str
    short: str
    reasons: tuple[ShownReasons, ...]
    anchor: str
    share: float | None

    @property
    def first_cause(self) -> ShownCause | None:
        """Who adds most."""
        return next((each for reasons in self.reasons for each in reasons.rows), None)


def shown(finding: Finding, panel: str, anchor: str) -> Shown:
    """The finding in the reader's language."""
    word, tone = WORDS[finding.track]
    return Shown(
        finding=finding,
        panel=panel,
        value=amount(finding.value, finding.unit, finding.digits),
        goal="" if finding.goal is None else amount(finding.goal, finding.unit, None),
        word=str(word),
        tone=tone,
        short=_short(finding),
        reasons=tuple(shown_reasons(each, finding.things) for each in finding.reasons),
        anchor=anchor,
        share=_share(finding),
    )


def amount(value: float | None, unit: str, digits: int | None) -> str:
    """`76,2 %`; a word where nothing is known."""
    if value is None:
        return _("chưa biết")
    if unit == RANK:
        return _("hạng %(place)s") % {"place": number_words(value, language(), 0)}
    if digits is None:
        digits = 0 if value == int(value) else 1
    space = "" if unit == "%" and language() == "en" else "\N{NO-BREAK SPACE}"
    return f"{number_words(value, language(), digits)}{space}{unit}"


def language() -> str:
    """`en` for English readers, else `vi`."""
    return "en" if (get_language() or "vi").startswith("en") else "vi"


def shown_reasons(reasons: Reasons, things: str) -> ShownReasons:
    """The largest adders, all others as one row, and those that make up for them as one."""
    amounts = {str(place): each.amount for place, each in enumerate(reasons.causes)}
    top, more, helping = largest(amounts, MOST_CAUSES)
    groups = [[name] for name in top]
    groups += [each for each in (more, helping) if each]
    sums = [sum((amounts[name] for name in group), Fraction(0)) for group in groups]
    digits = digits_for(sums)
    longest = max((abs(each) for each in sums), default=Fraction(1)) or Fraction(1)
    rows = []
    for group, exact, told in zip(groups, sums, rounded(sums, digits), strict=True):
        cause = reasons.causes[int(group[0])]
        is_one = group == [group[0]] and group[0] in top
        label = cause.label if is_one else _rest(len(group), is_helping=exact < 0)
        rows.append(
            ShownCause(
                label,
                cause.url if is_one else "",
                cause.who if is_one else "",
                number_words(float(told), language(), digits),
                round(float(100 * abs(exact) / longest), 2),
                exact < 0,
            )
        )
    whole = rounded([sum(sums, Fraction(0))], digits)[0]
    return ShownReasons(
        reasons.by, tuple(rows), f"{number_words(float(whole), language(), digits)} {things}"
    )


def digits_for(amounts: Sequence[Fraction]) -> int:
    """No digits after the comma where all are whole, else one."""
    return 0 if all(each.denominator == 1 for each in amounts) else 1


def _rest(count: int, *, is_helping: bool) -> str:
    if is_helping:
        return _("%(count)s nơi, mục vượt mốc, bù lại") % {"count": count}
    return _("%(count)s nơi, mục khác") % {"count": count}


def _short(finding: Finding) -> str:
    if finding.short is None or finding.short <= 0:
        return ""
    digits = digits_for([finding.short])
    told = rounded([finding.short], digits)[0]
    number = number_words(float(told), language(), digits)
    lack = finding.lack or _("còn thiếu")
    said = {"lack": lack, "number": number, "things": finding.things}
    return _("%(lack)s %(number)s %(things)s") % said


def _share(finding: Finding) -> float | None:
    """How far of the way to the goal, in percent, where more is better."""
    if finding.value is None or not finding.goal or finding.unit not in ("%", _("điểm")):
        return None
    return round(max(0.0, min(100.0, 100 * finding.value / finding.goal)), 1)
