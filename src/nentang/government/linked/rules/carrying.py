"""The answers of a later procedure, from what was declared once and what came of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import field

from nentang.kernel.frozen import Frozen

from .chain import Carry, Step
from .composing import asked_name

Answers = Mapping[str, Any]


class Outcomes(Frozen):
    """What came of the steps before: found values and files of the results, by step."""

    found: Mapping[str, Answers] = field(default_factory=dict)
    papers: Mapping[str, int] = field(default_factory=dict)


class Filled(Frozen):
    """Answers by question; `carried` are those that nobody was asked for."""

    answers: dict[str, Any]
    carried: frozenset[str]


def fill_in(step: Step, questions: Iterable[str], declared: Answers, so_far: Outcomes) -> Filled:
    """The answers for a form with those questions; one that nothing tells is left out."""
    answers: dict[str, Any] = {}
    carried: set[str] = set()
    for name in questions:
        value = _carried(step.carries.get(name), declared, so_far)
        if value is not None:
            carried.add(name)
        else:
            value = declared.get(asked_name(step.name, name))
        if value is not None:
            answers[name] = value
    return Filled(answers, frozenset(carried))


def unfounded(step: Step, declared: Answers) -> set[str]:
    """Questions whose answer says to take another answer, which was not given."""
    deciding = (each for each in step.carries.values() if each.kind == "by")
    chosen = ((each.value, each.cases.get(str(declared.get(each.value)))) for each in deciding)
    return {
        question
        for question, case in chosen
        if case is not None and case.kind == "from" and declared.get(case.value) is None
    }


def _carried(carry: Carry | None, declared: Answers, so_far: Outcomes) -> Any:
    if carry is None:
        return None
    match carry.kind:
        case "says":
            return carry.value
        case "from":
            return declared.get(carry.value)
        case "found":
            return so_far.found.get(carry.of, {}).get(carry.value)
        case "result_of":
            paper = so_far.papers.get(carry.value)
            return None if paper is None else [paper]
    return _carried(carry.cases.get(str(declared.get(carry.value))), declared, so_far)
