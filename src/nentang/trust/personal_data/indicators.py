"""Facts of personal data, and the indicator of requests answered in time."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

EXPORTED = declare(
    FactKind(
        name="personal_data.data_exported",
        version=1,
        fields={"rows": int, "files": int, "minutes": int},
        description="Một người được cấp dữ liệu đang giữ về mình: bao nhiêu dòng, tệp, sau bao nhiêu phút.",
    )
)
ERASED = declare(
    FactKind(
        name="personal_data.data_erased",
        version=1,
        fields={"what": str, "count": int},
        description="Dữ liệu hết thời hạn giữ được xóa: trường nào, bao nhiêu dòng.",
    )
)
ANSWERED = declare(
    FactKind(
        name="personal_data.request_answered",
        version=1,
        fields={"kind": str, "outcome": str, "has_due_time": bool, "on_time": bool},
        description="Yêu cầu về dữ liệu cá nhân được trả lời: loại gì, kết quả ra sao, có đúng hạn không.",
    )
)
BREACH_RECORDED = declare(
    FactKind(
        name="personal_data.breach_recorded",
        version=1,
        fields={"people": int, "places": int},
        description="Một vụ vi phạm dữ liệu cá nhân được ghi: bao nhiêu người, bao nhiêu loại dữ liệu.",
    )
)
AUTHORITY_TOLD = declare(
    FactKind(
        name="personal_data.authority_told",
        version=1,
        fields={"on_time": bool, "hours": int},
        description="Cơ quan có thẩm quyền được thông báo về vi phạm: sau bao nhiêu giờ, có đúng hạn không.",
    )
)


IN_TIME = register_indicator(
    Indicator(
        code="personal_data.answered_in_time",
        title_vi="Yêu cầu về dữ liệu cá nhân được trả lời đúng hạn",
        title_en="Requests about personal data answered in time",
        unit="percent",
        definition_vi="Yêu cầu được trả lời không muộn hơn hạn của luật, trên mọi yêu cầu được trả lời có hạn.",
        definition_en="Requests answered no later than the law says, of all answered ones that had a due time.",
        formula_version=1,
        source_act="Nghị định 13/2023/NĐ-CP; từ 2026 Luật 91/2025/QH15",
        facts=(ANSWERED.name,),
        expression=shares(ANSWERED, "on_time", only=lambda each: each.has_due_time),
    )
)
