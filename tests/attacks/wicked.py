"""What somebody types who means no good, and the names under which pages read what is typed."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.laws.house import functions, modules

NUL = "a\0b"
SUPERSCRIPT = "²"  # `isdigit` says yes, `int` says no
BEYOND_64_BITS = str(2**63)
THOUSANDS_OF_DIGITS = "9" * 5000  # more than `int` takes
MARKUP = "\"'><script>alert(1)</script>{{7*7}}"
LAST_INSTANT = f"1|9999-12-31T23:59:59+00:00|{2**63 - 1}"
TYPED = (NUL, SUPERSCRIPT, BEYOND_64_BITS, THOUSANDS_OF_DIGITS, LAST_INSTANT, "9999-12-31")
"""For fields and queries."""

IN_ADDRESSES = {
    "IntConverter": (str(2**31), BEYOND_64_BITS, THOUSANDS_OF_DIGITS),
    "StringConverter": ("a%00b", SUPERSCRIPT, "..%2f..%2fetc%2fpasswd", "x" * 5000),
    "SlugConverter": ("__class__",),
    "UUIDConverter": ("00000000-0000-0000-0000-000000000000",),
}
"""For the parts of addresses, by the converter that reads them."""


@cache
def names_read() -> frozenset[str]:
    """Every name that some page reads from a query or a form by hand."""
    return frozenset(
        name
        for path in modules()
        if {"views", "views.py"} & set(path.parts)
        for name in _names_in(path)
    )


def _names_in(path: Path) -> Iterator[str]:
    """Words beside a look into GET or POST, and those that helpers are given with the request."""
    for function in functions(path):
        for node in ast.walk(function):
            if isinstance(node, ast.Call | ast.Compare | ast.GeneratorExp) and _looks(node):
                yield from _words(node)


def _looks(node: ast.AST) -> bool:
    named = {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    given = isinstance(node, ast.Call) and any(
        isinstance(each, ast.Name) and each.id == "request" for each in node.args
    )
    is_page = (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "render"
    )
    return (bool({"GET", "POST", "FILES"} & named) or given) and not is_page


def _words(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        word = each.value if isinstance(each, ast.Constant) else None
        if isinstance(word, str) and len(word) < 24 and re.fullmatch(r"[\w-]*\w[\w-]*", word):
            yield word
