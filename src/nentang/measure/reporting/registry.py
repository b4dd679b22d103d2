"""The table of a report, the ladder of reminders, and what those who file are told."""

from pathlib import Path

from nentang.foundation.casework.public import register_kind
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

LAW = Path(__file__).parent / "law"
REPORT = "report"
FILLING = ("clerk", "specialist", "head_of_unit", "leader")
SIGNING = ("leader",)
TAKING = ("clerk", "specialist", "head_of_unit", "leader")
register_kind(REPORT, LAW / "report_case.yaml", url_name="reporting:report")


def _message(step: str, title: tuple[str, str], body: tuple[str, str]) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"reporting.{step}",
            title_vi=title[0],
            title_en=title[1],
            body_vi=body[0],
            body_en=body[1],
            channels=(Channel.EMAIL, Channel.PUSH),
            link="/bao-cao/{code}/",
        )
    )


OPENED = _message(
    "opened",
    ("Đến kỳ báo cáo {code}", "Report {code} is to be filled in"),
    (
        "Số liệu kỳ này đã chốt. Mở báo cáo {code}, xem các ô tính sẵn, điền ô còn lại rồi trình ký.",
        "The figures of the period are closed. Open report {code}, look at what is filled in already, add the rest and submit it.",
    ),
)
VERY_LATE = _message(
    "very_late",
    ("Cấp dưới chưa gửi báo cáo {code}", "Report {code} has not come from below"),
    (
        "Báo cáo {code} quá hạn đã hai ngày. Mở báo cáo để xem ai giữ và nhắc.",
        "Report {code} has been late for two days. Open it to see who has it, and remind them.",
    ),
)
BY_HAND = _message(
    "by_hand",
    ("Cấp trên nhắc gửi báo cáo {code}", "The body above asks for report {code}"),
    (
        "Cấp trên chưa nhận được báo cáo {code} và nhắc gửi. Mở báo cáo để làm tiếp.",
        "The body above has not had report {code} and asks for it. Open it to go on.",
    ),
)
RETURNED = _message(
    "returned",
    ("Báo cáo {code} bị trả lại", "Report {code} was returned"),
    (
        "Cấp trên trả lại báo cáo {code}. Lý do có trong trang báo cáo; sửa rồi trình ký lại.",
        "The body above returned report {code}. The reason is on its page; correct it and submit it again.",
    ),
)
