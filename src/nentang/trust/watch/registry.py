"""The role, the kind of case, and what people are told."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import register_kind
from nentang.foundation.identity.public import declare_role
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

from .enums import ROLE

ALARM = "alarm"
register_kind(ALARM, Path(__file__).parent / "law" / "alarm_case.yaml", url_name="watch:alarm")
declare_role(ROLE, _("Cán bộ an toàn thông tin"))

ALARM_RAISED = declare_template(
    MessageTemplate(
        code="watch.alarm_raised",
        title_vi="Có dấu hiệu tấn công",
        title_en="There is a sign of attack",
        body_vi="Cảnh báo {code} chờ tìm hiểu. Mở trang của cảnh báo để xem.",
        body_en="Alarm {code} waits to be looked into. Open its page.",
        channels=(Channel.EMAIL, Channel.SMS, Channel.PUSH),
        link="/canh-bao/{code}/",
        urgent=True,
    )
)
_CHANGES = {
    "password": ("Mật khẩu đã đổi", "Your password was changed"),
    "codes_added": ("Mã dùng một lần đã bật", "One-time codes were turned on"),
    "codes_removed": ("Mã dùng một lần đã tắt", "One-time codes were turned off"),
    "passkey_added": ("Đã thêm một khóa truy cập", "A passkey was added"),
    "passkey_removed": ("Đã bỏ một khóa truy cập", "A passkey was removed"),
    "recovery_codes": ("Đã tạo mã dự phòng mới", "New recovery codes were made"),
    "factors_reset": (
        "Cách xác nhận bước hai đã được bỏ tại quầy",
        "Your second factors were removed at a counter",
    ),
    "code_tried_again": (
        "Có người nhập lại mã đã dùng",
        "Somebody tried a code that was used already",
    ),
}


def _told(what: str, title_vi: str, title_en: str) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"watch.sign_in_{what}",
            title_vi=title_vi,
            title_en=title_en,
            body_vi="Nếu không phải ông bà, anh chị làm: đổi mật khẩu ngay, rồi kết thúc các phiên lạ.",
            body_en="If it was not you: change your password now, then end sessions that are not yours.",
            channels=(Channel.EMAIL, Channel.SMS, Channel.PUSH),
            link="/dinh-danh/",
            urgent=True,
        )
    )


SIGN_IN_CHANGES = {what: _told(what, *titles) for what, titles in _CHANGES.items()}
