"""Which questions of a page show with which answers on the same page, as CSS that needs no script.

A question is hidden unless its condition holds among what is ticked. Conditions on typed text cannot
be said in CSS: such questions stay visible, with a note. Browsers without `:has()` show everything.
"""

from collections.abc import Mapping

from nentang.foundation.forms.enums import FieldKind

from .definition import Condition, Field, Scalar

TICKED = {FieldKind.RADIO, FieldKind.CHOICE, FieldKind.YES_NO, FieldKind.MULTI_CHOICE}
_FORM = ".form-step"


def rule(path: str, asked: Field, asked_path: str, condition: Condition) -> str:
    """The rule that hides the question at `path` while the condition does not hold."""
    ticked = ", ".join(_ticked(asked, asked_path, condition))
    hides = (
        f"{_FORM}:has({ticked})"
        if _hides_when_ticked(condition)
        else f"{_FORM}:not(:has({ticked}))"
    )
    return f'{hides} [data-question="{path}"] {{ display: none; }}'


def _hides_when_ticked(condition: Condition) -> bool:
    return condition.test == "filled" and not condition.values[0]


def _ticked(asked: Field, path: str, condition: Condition) -> list[str]:
    values = [_value(each) for each in condition.values]
    offered = [each.value for each in asked.choices] or ["yes", "no"]
    if condition.test == "filled":
        values = offered
    elif condition.test == "not":
        values = [each for each in offered if each not in values]
    return [_SELECTORS.get(asked.kind, _RADIO).format(path=path, value=value) for value in values]


_RADIO = '[name="{path}"][value="{value}"]:checked'
_SELECTORS: Mapping[FieldKind, str] = {
    FieldKind.CHOICE: '[name="{path}"] option[value="{value}"]:checked',
    FieldKind.MULTI_CHOICE: '[name="{path}.{value}"]:checked',
}


def _value(value: Scalar) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
