"""How what a caller says is compared with what a register holds, and how an answer is laid out."""

from collections.abc import Mapping
from typing import Any

from nentang.kernel.text import fold


def says_the_same(claim: str, held: object) -> bool:
    """Whether the claim is what is held, marks, case and spaces aside; nothing is like nothing."""
    known = fold("" if held is None else str(held)).split()
    return bool(known) and fold(claim).split() == known


def without_aspect(path: str) -> str:
    """`full_name` of `identity.full_name`, as a call says it."""
    return path.rpartition(".")[2]


def answer_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """`{"identity": {"full_name": …}}` of `{"identity.full_name": …}`."""
    answer: dict[str, Any] = {}
    for path, value in sorted(values.items()):
        *parents, last = path.split(".")
        here = answer
        for name in parents:
            here = here.setdefault(name, {})
        here[last] = value
    return answer
