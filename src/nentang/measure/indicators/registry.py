"""Who judges figures: whoever keeps goals for indicators says how a figure stands to them."""

from collections.abc import Callable
from datetime import date

from nentang.kernel.frozen import Frozen


class Goal(Frozen):
    """What is to be reached by the end of a year, in the unit in which figures are shown."""

    year: int
    value: float


class Judgement(Frozen):
    """The goals of an indicator, and the word (with its tone ok, wait, late, info) for a figure."""

    goals: tuple[Goal, ...]
    word: str
    tone: str


Judge = Callable[[str, float | None, date], Judgement | None]

_judges: list[Judge] = []


def judge_with(judge: Judge) -> None:
    """Ask the judge about every figure: the code of its indicator, its value, the day."""
    _judges.append(judge)


def judgement(code: str, value: float | None, on: date) -> Judgement | None:
    """What the first judge who knows the indicator says; None where nobody set a goal."""
    return next((said for judge in _judges if (said := judge(code, value, on))), None)
