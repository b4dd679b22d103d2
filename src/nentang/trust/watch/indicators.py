"""Facts of the watch."""

from nentang.foundation.facts.public import FactKind, declare

RAISED = declare(
    FactKind(
        name="watch.alarm_raised",
        version=1,
        fields={"sign": str},
        description="Một dấu hiệu tấn công mở một cảnh báo: dấu hiệu nào.",
    )
)
DECIDED = declare(
    FactKind(
        name="watch.alarm_decided",
        version=1,
        fields={"sign": str, "verdict": str, "minutes": int},
        description="Một cảnh báo có kết luận: dấu hiệu nào, kết luận gì, sau bao nhiêu phút.",
    )
)
