"""How an index is made, in plain words out of the framework itself."""

from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from nentang.kernel.frozen import Frozen
from nentang.measure.index.rules.framework import Aggregation, Missing, Node, Source, law_of
from nentang.measure.index.rules.scoring import (
    CappedRatio,
    GoalPosts,
    Grade,
    Inverse,
    MinMax,
    Rank,
    Ratio,
    Rule,
    Steps,
    Sum,
    YesNo,
    ZScore,
)

from .board import frame, leaf_weights
from .choice import Choice


class Said(Frozen):
    """A node in words."""

    node: Node
    depth: int
    weight: Fraction
    source: str
    rule: str


def method(choice: Choice) -> dict[str, Any]:
    """The framework as sentences."""
    root = choice.framework.root
    weights = leaf_weights(root)
    return {
        **frame(choice, None),
        "rows": [_said(node, depth, weights) for node, depth in _flat(root, 0) if depth],
        "hidden": sum(node.hidden for node in root.all()),
        "history": law_of(choice.family).rules,
        "missing": missing_words(root.missing),
        "mean": mean_words(root.aggregation),
    }


def _flat(node: Node, depth: int) -> list[tuple[Node, int]]:
    return [(node, depth), *(each for part in node.parts for each in _flat(part, depth + 1))]


def _said(node: Node, depth: int, weights: dict[str, Fraction]) -> Said:
    weight = sum((weights[leaf.code] for leaf in node.all() if not leaf.parts), Fraction(0))
    return Said(node, depth, weight, source_words(node), rule_words(node.rule) if node.rule else "")


def source_words(node: Node) -> str:
    """Where the value comes from."""
    if node.parts:
        return ""
    return {
        Source.COMPUTED: _("hệ thống đếm từ việc đã làm"),
        Source.REGISTER: _("hệ thống đếm từ hồ sơ"),
        Source.REPORTED: _("cơ quan kê khai, có tài liệu chứng minh"),
        Source.SURVEY: _("khảo sát"),
        Source.EXTERNAL: _("tổ chức khác công bố"),
        Source.NOT_PUBLIC: _("nội dung chưa công khai"),
    }[node.source]


def rule_words(rule: Rule) -> str:
    """How an answer becomes points."""
    match rule:
        case Ratio():
            return _("Điểm bằng tỷ lệ nhân điểm tối đa.")
        case CappedRatio(cap=cap):
            return _("Từ %(cap)s trở lên đủ điểm, dưới đó theo tỷ lệ.") % {"cap": _percent(cap)}
        case Steps(steps=steps):
            return "; ".join(
                _("từ %(least)s: %(share)s điểm tối đa")
                % {"least": _number(least), "share": _percent(share)}
                for least, share in reversed(steps)
            )
        case Grade(grades=grades):
            return "; ".join(f"{name}: {_percent(share)}" for name, share in grades.items())
        case YesNo():
            return _("Có thì đủ điểm, không thì không điểm.")
        case Sum(most=most):
            return _("Cộng điểm, nhiều nhất %(most)s.") % {"most": _number(most)}
        case Inverse(best=best, worst=worst):
            return _("Càng ít càng tốt: %(best)s đủ điểm, %(worst)s không điểm.") % {
                "best": _number(best),
                "worst": _number(worst),
            }
        case GoalPosts(low=low, high=high):
            return _("Giữa hai mốc %(low)s và %(high)s.") % {
                "low": _number(low),
                "high": _number(high),
            }
        case MinMax():
            return _("Giữa nơi thấp nhất và nơi cao nhất.")
        case ZScore():
            return _("Bao nhiêu độ lệch chuẩn so với trung bình, rồi đưa về từ 0 đến 1.")
        case Rank():
            return _("Theo thứ hạng.")


def missing_words(missing: Missing) -> str:
    """What becomes of what is missing."""
    return {
        Missing.ZERO: _("Điều gì không có số liệu thì tính 0 điểm."),
        Missing.LEAVE_OUT: _("Điều gì không có số liệu thì bỏ khỏi cả tử và mẫu."),
        Missing.UNKNOWN: _("Thiếu một phần thì cả chỉ số chưa biết, không đoán và không tính 0."),
    }[missing]


def mean_words(aggregation: Aggregation) -> str:
    """How parts become a whole."""
    return {
        Aggregation.WEIGHTED: _("Trung bình theo trọng số."),
        Aggregation.EQUAL: _("Trung bình cộng, các phần ngang nhau."),
        Aggregation.GEOMETRIC: _("Trung bình nhân theo trọng số."),
    }[aggregation]


def _percent(share: Fraction) -> str:
    return f"{float(100 * share):g}\N{NO-BREAK SPACE}%".replace(".", ",")


def _number(value: Fraction) -> str:
    return f"{float(value):g}".replace(".", ",")
