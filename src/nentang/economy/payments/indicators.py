"""Facts of payments, and how much is paid online."""

from nentang.foundation.facts.public import (
    FactKind,
    Indicator,
    declare,
    register_indicator,
    shares,
)

PAYMENT_SETTLED = declare(
    FactKind(
        name="payments.payment_settled",
        version=1,
        fields={"amount": int, "method": str, "online": bool},
        description="Một khoản phí, lệ phí đã nộp; `online`: không qua tiền mặt tại quầy.",
    )
)

REVENUE_BOOKED = declare(
    FactKind(
        name="payments.revenue_booked",
        version=1,
        fields={"item": str, "chapter": str, "amount": int},
        description="Tiền thu (âm: hoàn trả) ghi vào một tiểu mục, chương của đơn vị thu; trống: chưa biết.",
    )
)

PAYMENT_REFUNDED = declare(
    FactKind(
        name="payments.payment_refunded",
        version=1,
        fields={"amount": int, "reason": str},
        description="Một khoản phí, lệ phí đã hoàn trả, và vì sao.",
    )
)


register_indicator(
    Indicator(
        code="payments.online_share",
        title_vi="Tỷ lệ thanh toán trực tuyến",
        title_en="Share of payments made online",
        unit="percent",
        definition_vi="Số khoản phí, lệ phí nộp qua ngân hàng hoặc VietQR trên tổng số khoản đã nộp.",
        definition_en="Fees paid through a bank or VietQR, of all fees paid.",
        formula_version=1,
        source_act="Quyết định 766/QĐ-TTg",
        facts=(PAYMENT_SETTLED.name,),
        expression=shares(PAYMENT_SETTLED, "online"),
    )
)


register_indicator(
    Indicator(
        code="payments.placed_revenue",
        title_vi="Tỷ lệ khoản thu ghi đủ mục lục ngân sách",
        title_en="Share of revenue booked to the budget chart",
        unit="percent",
        definition_vi="Số lần ghi thu, hoàn trả có đủ chương và tiểu mục ngay khi ghi trên tổng số lần ghi.",
        definition_en="Bookings and refunds with chapter and item when they were booked, of all of them.",
        formula_version=1,
        source_act="Thông tư 324/2016/TT-BTC",
        facts=(REVENUE_BOOKED.name,),
        expression=shares(REVENUE_BOOKED, lambda each: (each.item != "") & (each.chapter != "")),
    )
)
