"""What is found before something is written: what forbids it, and what only has to be known."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from msgspec import field

from nentang.government.civil_status.enums import Remark
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Rule

from .days import Span, birthday, day_of, span_of
from .law import MarriageAge

REFUSALS = frozenset(
    {
        Remark.IN_FUTURE,
        Remark.TOO_YOUNG,
        Remark.SAME_SEX,
        Remark.SAME_PERSON,
        Remark.MARRIED,
        Remark.RELATED,
        Remark.DEAD,
        Remark.WRITTEN_BEFORE,
        Remark.ENDS_BEFORE,
        Remark.NOT_OLDER,
    }
)


class Found(Frozen):
    """One remark with what its sentence names, and the rule behind it, if one is."""

    remark: Remark
    says: Mapping[str, str | int] = field(default_factory=dict)
    citation: str = ""
    is_verified: bool = True

    @property
    def is_refusal(self) -> bool:
        """Whether nothing may be written; otherwise it has to be known only."""
        return self.remark in REFUSALS


def found(remark: Remark, rule: Rule[Any] | None = None, **says: str | int) -> Found:
    """The remark, with its rule."""
    return Found(remark, says, rule.citation if rule else "", rule.verified if rule else True)


def on_term(happened: str, registered_on: date, rule: Rule[int] | None) -> list[Found]:
    """Whether it was registered too late, or before it happened."""
    day = day_of(happened)
    if day is None:
        return []
    if day > registered_on:
        return [found(Remark.IN_FUTURE)]
    if rule and (late := (registered_on - day - timedelta(days=rule.value)).days) > 0:
        return [found(Remark.LATE, rule, days=late)]
    return []


def is_in_time(happened: str, registered_on: date, days: int) -> bool:
    """Whether it was registered within so many days; not, where the day is not known."""
    day = day_of(happened)
    return day is not None and registered_on <= day + timedelta(days=days)


def on_ages(
    births: Mapping[str, str], registered_on: date, rule: Rule[MarriageAge] | None
) -> list[Found]:
    """Whether wife and husband are old enough; births by `wife` and `husband`."""
    if rule is None:
        return []
    remarks = []
    for who, years in (("wife", rule.value.woman), ("husband", rule.value.man)):
        born = span_of(births[who])
        if born is None or birthday(born.last, years) > registered_on >= birthday(
            born.first, years
        ):
            remarks.append(found(Remark.DAY_UNKNOWN, rule))
        elif birthday(born.first, years) > registered_on:
            remarks.append(found(Remark.TOO_YOUNG, rule, who=who, years=years))
    return remarks


def is_before(one: Span | None, other: Span | None) -> bool:
    """Whether the one surely lies before the other; where nothing is known it does not."""
    return bool(one and other and one.last < other.first)


def refusals(remarks: Sequence[Found]) -> list[Found]:
    """Those that forbid the entry."""
    return [each for each in remarks if each.is_refusal]
