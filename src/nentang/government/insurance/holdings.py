"""What the insurance register holds about people. It is kept for ever: the law ends none of it."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import HealthCard, Insured, SocialPeriod

FOR_EVER = "cơ sở dữ liệu quốc gia giữ mãi"
SINCE, UNTIL = _("Đúng từ ngày"), _("Đến trước ngày")

register_holding(
    Holding(
        model=Insured,
        title=_("Bản ghi bảo hiểm"),
        rows_of=lambda person_id: Insured.objects.filter(person=person_id),
        shown={"code": _("Mã số bảo hiểm xã hội"), "entered_at": _("Vào cơ sở dữ liệu lúc")},
        left_out={"folded": "họ và tên viết không dấu, chỉ để tìm kiếm", "person": OWN},
        kept_while=FOR_EVER,
    )
)
register_holding(
    Holding(
        model=HealthCard,
        title=_("Thẻ bảo hiểm y tế"),
        rows_of=lambda person_id: HealthCard.objects.filter(record__person=person_id),
        shown={
            "payer": _("Ai đóng"),
            "category": _("Nhóm trên thẻ"),
            "benefit": _("Mức hưởng"),
            "facility": _("Nơi khám bệnh ban đầu"),
            "valid_from": SINCE,
            "valid_to": UNTIL,
        },
        in_words={"payer": lambda card: card.get_payer_display()},
        kept_while=FOR_EVER,
    )
)
register_holding(
    Holding(
        model=SocialPeriod,
        title=_("Thời gian đóng bảo hiểm xã hội"),
        rows_of=lambda person_id: SocialPeriod.objects.filter(record__person=person_id),
        shown={
            "scheme": _("Loại hình tham gia"),
            "employer": _("Nơi làm việc"),
            "monthly_base": _("Tiền lương đóng, đồng một tháng"),
            "valid_from": SINCE,
            "valid_to": UNTIL,
        },
        in_words={"scheme": lambda period: period.get_scheme_display()},
        kept_while=FOR_EVER,
    )
)
