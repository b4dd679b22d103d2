"""Formulas over cells: names, whole and decimal numbers, + - * / and brackets; nothing else is read."""

import ast
from collections.abc import Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation, localcontext
from functools import lru_cache

LONGEST = 400
OPERATIONS = (ast.Add, ast.Sub, ast.Mult, ast.Div)


class FormulaUnreadable(ValueError):
    """The text is no formula; says what is not understood."""


def names_in(text: str) -> frozenset[str]:
    """The cells that the formula speaks of."""
    return frozenset(each.id for each in ast.walk(_read(text)) if isinstance(each, ast.Name))


def value_of(text: str, values: Mapping[str, Decimal]) -> Decimal | None:
    """What the formula comes to; None where a cell is empty or it divides by nothing."""
    with localcontext(prec=40):
        try:
            return _value(_read(text), values)
        except (KeyError, DivisionByZero, InvalidOperation):
            return None


@lru_cache(maxsize=1024)
def _read(text: str) -> ast.expr:
    if len(text) > LONGEST:
        raise FormulaUnreadable("too long")
    try:
        found = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        raise FormulaUnreadable(text) from error
    for each in ast.walk(found):
        if not _is_known(each):
            raise FormulaUnreadable(f"{type(each).__name__} in {text}")
    return found


def _is_known(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, int | float) and not isinstance(node.value, bool)
    plain = (ast.BinOp, ast.UnaryOp, ast.USub, ast.Name, ast.Load, *OPERATIONS)
    return isinstance(node, plain)


def _value(node: ast.expr, values: Mapping[str, Decimal]) -> Decimal:
    if isinstance(node, ast.Name):
        return values[node.id]
    if isinstance(node, ast.Constant):
        return Decimal(str(node.value))
    if isinstance(node, ast.UnaryOp):
        return -_value(node.operand, values)
    assert isinstance(node, ast.BinOp)  # noqa: S101 - nothing else is read
    left, right = _value(node.left, values), _value(node.right, values)
    if isinstance(node.op, ast.Add):
        return left + right
    if isinstance(node.op, ast.Sub):
        return left - right
    return left * right if isinstance(node.op, ast.Mult) else left / right
