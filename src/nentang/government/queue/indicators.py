"""Facts of the queue, and the indicators that are computed from them."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

CALLED = declare(
    FactKind(
        name="queue.visitor_called",
        version=1,
        fields={
            "channel": str,
            "is_priority": bool,
            "wait_minutes": int,
            "within_promise": bool,
        },
        description="Một người được gọi lần đầu: chờ bao nhiêu phút, có trong thời gian nơi đó hứa không.",
    )
)
SERVED = declare(
    FactKind(
        name="queue.visitor_served",
        version=1,
        fields={"channel": str, "is_priority": bool, "minutes": int},
        description="Một người làm xong việc ở quầy, hết bao nhiêu phút.",
    )
)
LAW_OF_DESKS = "Nghị định 61/2018/NĐ-CP"


WITHIN_PROMISE = register_indicator(
    Indicator(
        code="queue.within_promise",
        title_vi="Người được gọi trong thời gian chờ nơi tiếp nhận hứa",
        title_en="People called within the wait their office promises",
        unit="percent",
        definition_vi="Người được gọi lần đầu không muộn hơn thời gian nơi đó hứa, trên mọi người được gọi.",
        definition_en="People first called no later than the office promises, of all who were called.",
        formula_version=1,
        source_act=LAW_OF_DESKS,
        facts=(CALLED.name,),
        expression=shares(CALLED, "within_promise"),
    )
)
WAIT = register_indicator(
    Indicator(
        code="queue.wait",
        title_vi="Thời gian chờ đến lượt ở bộ phận một cửa",
        title_en="Wait for one's turn at the one-stop desk",
        unit="minutes",
        definition_vi="Phút từ lúc lấy số đến lần gọi đầu, trung bình mọi người được gọi.",
        definition_en="Minutes from taking a number to the first call, mean of all who were called.",
        formula_version=1,
        source_act=LAW_OF_DESKS,
        facts=(CALLED.name,),
        expression=shares(CALLED, "wait_minutes"),
        higher_is_better=False,
    )
)
