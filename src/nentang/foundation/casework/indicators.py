"""Facts of casework, and who held cases for how long."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

CASE_HELD = declare(
    FactKind(
        name="casework.case_held",
        version=1,
        fields={"kind": str, "minutes": int, "is_suspension": bool},
        description="Một cơ quan giữ một việc bao nhiêu phút làm việc, hoặc việc chờ người nộp bấy lâu.",
    )
)
CASE_CLOSED = declare(
    FactKind(
        name="casework.case_closed",
        version=1,
        fields={
            "kind": str,
            "channel": str,
            "held_minutes": int,
            "waited_minutes": int,
            "has_due_time": bool,
            "on_time": bool,
        },
        description="Một việc xong: các cơ quan giữ bao lâu, chờ người nộp bao lâu, có đúng hạn không.",
    )
)


HOURS_HELD = register_indicator(
    Indicator(
        code="casework.hours_held",
        title_vi="Giờ làm việc mỗi lần giữ hồ sơ",
        title_en="Working hours a body holds a case",
        unit="hours",
        definition_vi="Giờ làm việc từ lúc nhận đến lúc chuyển đi hoặc xong, trung bình mỗi lần giữ.",
        definition_en="Working hours from taking a case until passing it on or ending it, mean of all spells.",
        formula_version=2,
        source_act="Thông tư 01/2018/TT-VPCP",
        facts=(CASE_HELD.name,),
        expression=shares(
            CASE_HELD,
            lambda each: (each.minutes / 60.0).round(2),
            only=lambda each: ~each.is_suspension,
        ),
        higher_is_better=False,
    )
)

CLOSED_ON_TIME = register_indicator(
    Indicator(
        code="casework.closed_on_time",
        title_vi="Việc xong đúng hạn, mọi loại việc",
        title_en="Cases of any kind closed on time",
        unit="percent",
        definition_vi="Việc có hạn đã xong trước hoặc đúng hạn, trên tổng số việc có hạn đã xong.",
        definition_en="Cases with a due time that were closed by then, of all closed cases with a due time.",
        formula_version=1,
        source_act="Thông tư 01/2018/TT-VPCP",
        facts=(CASE_CLOSED.name,),
        expression=shares(CASE_CLOSED, "on_time", only=lambda each: each.has_due_time),
    )
)
