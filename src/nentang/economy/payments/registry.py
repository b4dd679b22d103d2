"""The case that a break is, and what a payer is told of a refund."""

from pathlib import Path

from nentang.foundation.casework.public import register_kind
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

BREAK_CASE = "payment_break"
register_kind(
    BREAK_CASE, Path(__file__).parent / "law" / "break_case.yaml", url_name="payments:break"
)

REFUNDED = declare_template(
    MessageTemplate(
        code="payments.refunded",
        title_vi="Tiền đã được hoàn trả",
        title_en="Money was returned to you",
        body_vi="{amount} của hồ sơ {reference} đã được hoàn trả theo đúng cách ông bà, anh chị đã nộp.",
        body_en="{amount} for dossier {reference} went back the way it was paid.",
        channels=(Channel.IN_APP, Channel.EMAIL, Channel.SMS),
    )
)
