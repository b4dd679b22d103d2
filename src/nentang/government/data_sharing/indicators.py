"""Facts of data sharing, and the indicators that are computed from them."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

DECREE = "Nghị định 47/2020/NĐ-CP"
PROGRAMME = "Quyết định 749/QĐ-TTg"
BODY_CONNECTED = declare(
    FactKind(
        name="data_sharing.body_connected",
        version=1,
        fields={"connected": bool},
        description="Một cơ quan cấp tỉnh, bộ tham gia mạng chia sẻ dữ liệu (`connected`), hoặc mới có nền tảng mà chưa nối.",
    )
)
ACCESS_DECIDED = declare(
    FactKind(
        name="data_sharing.access_decided",
        version=1,
        fields={"sharing": str, "granted": bool, "in_time": bool},
        description="Một đề nghị khai thác dữ liệu được trả lời; cơ quan là bên cung cấp, `in_time`: trong hạn.",
    )
)
EXCHANGE_MADE = declare(
    FactKind(
        name="data_sharing.exchange_made",
        version=1,
        fields={"service": str, "purpose": str, "succeeded": bool, "millis": int},
        description="Một lần gọi dịch vụ dữ liệu qua nút; cơ quan là bên cung cấp, không có ai được hỏi tới.",
    )
)


CONNECTED = register_indicator(
    Indicator(
        code="data_sharing.bodies_connected",
        title_vi="Bộ, tỉnh có nền tảng kết nối, chia sẻ dữ liệu",
        title_en="Ministries and provinces connected for data sharing",
        unit="percent",
        definition_vi="Bộ, cơ quan ngang bộ, tỉnh tham gia mạng chia sẻ dữ liệu và có nút đang hoạt động, chia cho mọi bộ, tỉnh được đếm trong ngày.",
        definition_en="Ministries and provinces in the network with a working node, over all ministries and provinces counted that day.",
        formula_version=1,
        source_act=PROGRAMME,
        facts=(BODY_CONNECTED.name,),
        expression=shares(BODY_CONNECTED, "connected"),
    )
)
IN_TIME = register_indicator(
    Indicator(
        code="data_sharing.answered_in_time",
        title_vi="Đề nghị khai thác dữ liệu được trả lời đúng hạn",
        title_en="Requests for data answered in time",
        unit="percent",
        definition_vi="Đề nghị được cấp quyền hoặc từ chối trong số ngày làm việc luật định, chia cho mọi đề nghị đã trả lời.",
        definition_en="Requests granted or refused within the working days of the law, over all answered.",
        formula_version=1,
        source_act=DECREE,
        facts=(ACCESS_DECIDED.name,),
        expression=shares(ACCESS_DECIDED, "in_time"),
    )
)
SUCCEEDED = register_indicator(
    Indicator(
        code="data_sharing.exchanges_succeeded",
        title_vi="Lần gọi dịch vụ dữ liệu thành công",
        title_en="Exchanges that succeeded",
        unit="percent",
        definition_vi="Lần gọi có câu trả lời, chia cho mọi lần gọi có chữ ký đúng mà nút đã ghi.",
        definition_en="Calls that were answered, over all rightly signed calls that nodes have logged.",
        formula_version=1,
        source_act=DECREE,
        facts=(EXCHANGE_MADE.name,),
        expression=shares(EXCHANGE_MADE, "succeeded"),
    )
)
