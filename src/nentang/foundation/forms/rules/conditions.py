"""Whether a question is asked, by the cleaned answers before it."""

from collections.abc import Mapping

from .definition import Condition, Scalar

Answers = Mapping[str, object]
Scopes = tuple[Answers, ...]


def hold(conditions: tuple[Condition, ...], scopes: Scopes) -> bool:
    """Whether all conditions hold; `scopes` are the cleaned answers of each level, innermost last."""
    for each in conditions:  # noqa: SIM110 - asked dozens of times for one form, all() is slower
        if not _holds(each, scopes):
            return False
    return True


def _holds(condition: Condition, scopes: Scopes) -> bool:
    if condition.up < 0:
        return False
    scope = scopes[-1 - condition.up]
    is_filled = condition.field in scope
    if condition.test == "filled":
        return is_filled == condition.values[0]
    if not is_filled:
        return False
    is_one_of = any(_is(scope[condition.field], value) for value in condition.values)
    return is_one_of != (condition.test == "not")


def _is(answer: object, value: Scalar) -> bool:
    """Equal, or among several chosen answers; True is not 1, as in JSON."""
    if isinstance(answer, list):
        return value in answer
    return answer == value and isinstance(answer, bool) == isinstance(value, bool)
