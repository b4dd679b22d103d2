"""Whether an answer stands to an earlier one as the form says."""

import operator
from collections.abc import Callable, Iterator
from typing import Any

from nentang.foundation.forms.enums import Compare, FieldKind

from .conditions import Scopes
from .definition import Comparison, Field
from .texts import is_day

COMPARABLE = frozenset({FieldKind.DATE, FieldKind.NUMBER, FieldKind.MONEY})
_TESTS: dict[Compare, Callable[[Any, Any], bool]] = {
    Compare.MORE_THAN: operator.gt,
    Compare.AT_LEAST: operator.ge,
    Compare.LESS_THAN: operator.lt,
    Compare.AT_MOST: operator.le,
    Compare.SAME_AS: operator.eq,
    Compare.OTHER_THAN: operator.ne,
}


def failing(field: Field, value: object, scopes: Scopes) -> Iterator[tuple[Comparison, object]]:
    """Comparisons that do not hold, with the earlier answer. `scopes` as for conditions.

    Days are cleaned to ISO, whose order is that of the calendar.
    """
    for each in field.compare:
        other = scopes[-1 - each.up].get(each.field) if each.up >= 0 else None
        if _alike(value, other) and not _TESTS[each.test](value, other):
            yield each, other


def _alike(value: object, other: object) -> bool:
    """Whether both can be compared; what is no day or number has a fault of its own."""
    return (_is_day(value) and _is_day(other)) or (_is_number(value) and _is_number(other))


def _is_day(value: object) -> bool:
    return isinstance(value, str) and is_day(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
