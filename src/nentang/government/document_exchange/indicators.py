"""Facts of the exchange, and the indicators that are computed from them."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

DECREE = "Quyết định 28/2018/QĐ-TTg"
DOCUMENT_SENT = declare(
    FactKind(
        name="document_exchange.document_sent",
        version=1,
        fields={"is_electronic": bool, "receivers": int},
        description="Một văn bản đi của cơ quan; `is_electronic`: chỉ gửi điện tử, không kèm bản giấy.",
    )
)
DOCUMENT_RECEIVED = declare(
    FactKind(
        name="document_exchange.document_received",
        version=1,
        fields={"kind": int},
        description="Một văn bản đến cơ quan qua trục liên thông.",
    )
)
DOCUMENT_REGISTERED = declare(
    FactKind(
        name="document_exchange.document_registered",
        version=1,
        fields={"minutes": int},
        description="Một văn bản đến được vào sổ; `minutes`: số phút từ lúc đến.",
    )
)


ELECTRONIC = register_indicator(
    Indicator(
        code="document_exchange.electronic",
        title_vi="Văn bản gửi hoàn toàn điện tử",
        title_en="Documents sent electronically only",
        unit="percent",
        definition_vi="Văn bản đi chỉ gửi qua trục liên thông, không kèm bản giấy, chia cho mọi văn bản đi. "
        "Cả nước năm 2020: 90,81%.",
        definition_en="Outgoing documents sent over the axis without paper, over all outgoing documents. "
        "The whole country in 2020: 90.81%.",
        formula_version=1,
        source_act=DECREE,
        facts=(DOCUMENT_SENT.name,),
        expression=shares(DOCUMENT_SENT, "is_electronic"),
    )
)
HOURS_TO_REGISTER = register_indicator(
    Indicator(
        code="document_exchange.hours_to_register",
        title_vi="Thời gian vào sổ văn bản đến",
        title_en="Time to register incoming documents",
        unit="hours",
        definition_vi="Số giờ trung bình từ lúc văn bản đến qua trục tới lúc văn thư vào sổ.",
        definition_en="Hours on average from a document's arrival over the axis until the clerk registers it.",
        formula_version=2,
        source_act=DECREE,
        facts=(DOCUMENT_REGISTERED.name,),
        expression=shares(DOCUMENT_REGISTERED, lambda each: (each.minutes / 60.0).round(2)),
        higher_is_better=False,
    )
)
