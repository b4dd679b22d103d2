"""What notifications hold about people."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import Message, Preference, PushSubscription

SELF = {"person": OWN}
WHILE_WANTED = "người đó còn muốn nhận tin theo cách này; bỏ là xóa ngay"

register_holding(
    Holding(
        model=Message,
        title=_("Thông báo đã gửi"),
        rows_of=lambda person_id: Message.objects.filter(person=person_id),
        shown={
            "created_at": _("Lúc"),
            "title": _("Tiêu đề"),
            "body": _("Nội dung"),
            "read_at": _("Đã đọc lúc"),
        },
        left_out=SELF,
        closed_at="created_at",
        is_row_dropped=True,
    )
)
register_holding(
    Holding(
        model=Preference,
        title=_("Cách nhận thông báo"),
        rows_of=lambda person_id: Preference.objects.filter(person=person_id),
        shown={
            "language": _("Ngôn ngữ"),
            "takes_email": _("Nhận thư điện tử"),
            "takes_sms": _("Nhận tin nhắn"),
            "takes_push": _("Nhận trên trình duyệt"),
            "quiet_from": _("Không báo từ"),
            "quiet_to": _("đến"),
        },
        left_out=SELF,
        kept_while=WHILE_WANTED,
    )
)
register_holding(
    Holding(
        model=PushSubscription,
        title=_("Trình duyệt nhận thông báo"),
        rows_of=lambda person_id: PushSubscription.objects.filter(person=person_id),
        shown={"endpoint": _("Địa chỉ của trình duyệt"), "subscribed_at": _("Đăng ký lúc")},
        left_out=SELF,
        kept_while=WHILE_WANTED,
        is_row_dropped=True,
    )
)
