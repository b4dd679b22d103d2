"""Facts of tasks, and the indicators that are computed from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from nentang.foundation.facts.public import FactKind, Indicator, declare, register_indicator

if TYPE_CHECKING:
    import ibis

DECISION_749 = "Quyết định 749/QĐ-TTg"
DECISION_23 = "Quyết định 23/2018/QĐ-TTg"
TASK_ASSIGNED = declare(
    FactKind(
        name="tasks.task_assigned",
        version=1,
        fields={"level": str, "has_due": bool, "is_part": bool},
        description="Một cơ quan được giao một nhiệm vụ; `level`: cấp của cơ quan, `has_due`: có ngày hạn, `is_part`: là việc giao xuống từ một nhiệm vụ khác.",
    )
)
TASK_FINISHED = declare(
    FactKind(
        name="tasks.task_finished",
        version=1,
        fields={"level": str, "in_time": bool, "extended": bool, "counted_on": date},
        description="Kết quả một nhiệm vụ được công nhận; `in_time`: báo cáo trong hạn, `extended`: hạn đã được lùi, `counted_on`: ngày hạn nếu quá hạn, ngày báo cáo nếu không.",
    )
)
FELL_DUE = declare(
    FactKind(
        name="tasks.fell_due",
        version=1,
        fields={"level": str, "counted_on": date},
        description="Một nhiệm vụ qua ngày hạn mà chưa có kết quả nào được báo cáo; `counted_on`: ngày hạn.",
    )
)
EXTENSION_GRANTED = declare(
    FactKind(
        name="tasks.extension_granted",
        version=1,
        fields={"level": str, "days": int},
        description="Cơ quan giao đồng ý lùi hạn; `days`: số ngày lùi.",
    )
)
STEERING_COUNTED = declare(
    FactKind(
        name="tasks.steering_counted",
        version=1,
        fields={"level": str, "bodies": int, "committees": int, "plans": int},
        description="Đếm đầu tháng: số cơ quan của một cấp (bộ, tỉnh), số có ban chỉ đạo, số có kế hoạch của năm, theo sổ của hệ thống.",
    )
)


def _done_of_due(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    """Late results count in the month in which their task fell due, where it is in the denominator already."""
    done, due = tables[TASK_FINISHED.name], tables[FELL_DUE.name]
    finished = done.select(
        "unit_code",
        day=done.counted_on.truncate("M"),
        numerator=done.in_time.notnull().cast("float64"),
        denominator=done.in_time.cast("float64"),
    )
    passed = due.select(
        "unit_code",
        day=due.counted_on.truncate("M"),
        numerator=due.level.isnull().cast("float64"),
        denominator=due.level.notnull().cast("float64"),
    )
    both = finished.union(passed)
    return both.group_by("unit_code", "day").aggregate(
        numerator=both.numerator.sum(), denominator=both.denominator.sum()
    )


def _in_time(tables: Mapping[str, ibis.Table]) -> ibis.Table:
    done = tables[TASK_FINISHED.name]
    return done.group_by("unit_code", "day").aggregate(
        numerator=done.in_time.cast("float64").sum(),
        denominator=done.count().cast("float64"),
    )


def _steered(column: str) -> Callable[[Mapping[str, ibis.Table]], ibis.Table]:
    def expression(tables: Mapping[str, ibis.Table]) -> ibis.Table:
        counted = tables[STEERING_COUNTED.name]
        return counted.group_by("unit_code", "day").aggregate(
            numerator=counted[column].cast("float64").sum(),
            denominator=counted.bodies.cast("float64").sum(),
        )

    return expression


DONE_OF_DUE = register_indicator(
    Indicator(
        code="tasks.done_of_due",
        title_vi="Nhiệm vụ đến hạn đã xong",
        title_en="Tasks done of those due",
        unit="percent",
        definition_vi="Nhiệm vụ đã được công nhận kết quả, chia cho mọi nhiệm vụ đã đến hạn hoặc xong trước hạn; xong quá hạn tính vào tháng đến hạn.",
        definition_en="Tasks whose result was accepted, over all that fell due or were done before; late ones count in the month in which they were due.",
        formula_version=1,
        source_act=DECISION_23,
        facts=(TASK_FINISHED.name, FELL_DUE.name),
        expression=_done_of_due,
    )
)
DONE_IN_TIME = register_indicator(
    Indicator(
        code="tasks.done_in_time",
        title_vi="Nhiệm vụ xong đúng hạn",
        title_en="Tasks done in time",
        unit="percent",
        definition_vi="Nhiệm vụ xong mà kết quả được báo cáo trong hạn (kể cả hạn đã lùi), chia cho mọi nhiệm vụ xong.",
        definition_en="Tasks done whose result was reported by the deadline, extensions included, over all tasks done.",
        formula_version=1,
        source_act=DECISION_23,
        facts=(TASK_FINISHED.name,),
        expression=_in_time,
    )
)
WITH_COMMITTEE = register_indicator(
    Indicator(
        code="tasks.with_committee",
        title_vi="Bộ, tỉnh có ban chỉ đạo",
        title_en="Ministries and provinces with a committee",
        unit="percent",
        definition_vi="Bộ và tỉnh có ban chỉ đạo chuyển đổi số trong sổ của hệ thống, chia cho mọi bộ và tỉnh; đếm đầu mỗi tháng.",
        definition_en="Ministries and provinces whose steering committee stands in the register, over all of them; counted at the beginning of each month.",
        formula_version=1,
        source_act=DECISION_749,
        facts=(STEERING_COUNTED.name,),
        expression=_steered("committees"),
    )
)
WITH_PLAN = register_indicator(
    Indicator(
        code="tasks.with_plan",
        title_vi="Bộ, tỉnh có kế hoạch của năm",
        title_en="Ministries and provinces with a plan for the year",
        unit="percent",
        definition_vi="Bộ và tỉnh có kế hoạch chuyển đổi số cho năm ấy trong sổ của hệ thống, chia cho mọi bộ và tỉnh; đếm đầu mỗi tháng.",
        definition_en="Ministries and provinces whose plan covers the year, as the register has it, over all of them; counted at the beginning of each month.",
        formula_version=1,
        source_act=DECISION_749,
        facts=(STEERING_COUNTED.name,),
        expression=_steered("plans"),
    )
)
