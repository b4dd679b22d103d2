"""Facts of land, and the indicators that are computed from them."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

DATA_LAW = "Nghị định 47/2020/NĐ-CP"
PARCEL_ENTERED = declare(
    FactKind(
        name="land.parcel_entered",
        version=1,
        fields={"complete": bool, "from_dossier": bool, "area_agrees": bool},
        description="Một thửa đất được ghi vào cơ sở dữ liệu: đủ hình, quyền, mục đích, giấy chứng nhận hay chưa; từ hồ sơ hay không; diện tích ghi và đo khớp hay không.",
    )
)
ACT_DONE = declare(
    FactKind(
        name="land.act_done",
        version=1,
        fields={"act": str},
        description="Một biến động của thửa đất: chuyển quyền, thế chấp, xóa thế chấp, tách, hợp, cấp giấy, ngăn chặn.",
    )
)


def _indicator(code: str, column: str, words: tuple[str, str, str, str]) -> Indicator:
    title_vi, title_en, definition_vi, definition_en = words
    return register_indicator(
        Indicator(
            code=code,
            title_vi=title_vi,
            title_en=title_en,
            unit="percent",
            definition_vi=definition_vi,
            definition_en=definition_en,
            formula_version=1,
            source_act=DATA_LAW,
            facts=(PARCEL_ENTERED.name,),
            expression=shares(PARCEL_ENTERED, column),
        )
    )


COMPLETE = _indicator(
    "land.complete",
    "complete",
    (
        "Thửa đất ghi đủ",
        "Parcels entered whole",
        "Thửa đất ghi vào cơ sở dữ liệu có đủ hình, mục đích, quyền và Giấy chứng nhận, chia cho mọi thửa đã ghi.",
        "Parcels entered with shape, use, right and certificate, divided by all parcels entered.",
    ),
)
CONNECTED = _indicator(
    "land.connected",
    "from_dossier",
    (
        "Thửa đất ghi thẳng từ hồ sơ",
        "Parcels entered from dossiers",
        "Thửa đất ghi vào cơ sở dữ liệu từ hồ sơ đã giải quyết, không gõ lại, chia cho mọi thửa đã ghi.",
        "Parcels entered from granted dossiers without typing them again, divided by all parcels entered.",
    ),
)
QUALITY = _indicator(
    "land.area_agrees",
    "area_agrees",
    (
        "Thửa đất có diện tích khớp với hình",
        "Parcels whose area agrees with their shape",
        "Thửa đất có diện tích ghi lệch với diện tích đo trên hình trong mức cho phép, chia cho mọi thửa đã ghi.",
        "Parcels whose written area differs from that of their shape within what is allowed, divided by all parcels entered.",
    ),
)
