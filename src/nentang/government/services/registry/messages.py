"""The table of dossiers, the papers they are given, and what the applicant is told at each step."""

from pathlib import Path

from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import register_kind
from nentang.foundation.documents.public import declare_document_kind
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template
from nentang.government.catalogue.public import result_kinds, result_title
from nentang.government.services.enums import ReminderAbout, SlipForm

LAW = Path(__file__).parents[1] / "law"
register_kind("dossier", LAW / "dossier_case.yaml", url_name="services:desk_dossier")
register_kind("consultation", LAW / "consultation_case.yaml", url_name="services:consultation")

CHANNELS = (Channel.IN_APP, Channel.EMAIL, Channel.SMS)


def _message(step: str, title: tuple[str, str], body: tuple[str, str]) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"services.{step}",
            title_vi=title[0],
            title_en=title[1],
            body_vi=body[0],
            body_en=body[1],
            channels=CHANNELS,
            link="/ho-so/{code}/",
        )
    )


MESSAGES = {
    "receive": _message(
        "receive",
        ("Hồ sơ đã được tiếp nhận", "Your dossier has been received"),
        (
            "Hồ sơ {code} đã được tiếp nhận. Giấy hẹn và ngày trả kết quả có trong trang hồ sơ.",
            "Dossier {code} has been received. The receipt and the date of the result are on its page.",
        ),
    ),
    "refuse_intake": _message(
        "refuse_intake",
        ("Hồ sơ chưa được tiếp nhận", "Your dossier was not accepted"),
        (
            "Hồ sơ {code} chưa được tiếp nhận. Lý do và việc cần làm có trong trang hồ sơ.",
            "Dossier {code} was not accepted. The reason and what to do are on its page.",
        ),
    ),
    "ask_supplement": _message(
        "ask_supplement",
        ("Cần ông bà, anh chị bổ sung hồ sơ", "Please add to your dossier"),
        (
            "Hồ sơ {code} cần bổ sung. Mở trang hồ sơ để xem cần thêm gì; thời gian chờ không tính vào hạn.",
            "Dossier {code} needs something more. Open its page to see what; the clock is stopped meanwhile.",
        ),
    ),
    "await_fee": _message(
        "await_fee",
        ("Cần nộp phí để hồ sơ được giải quyết", "Please pay the fee"),
        (
            "Hồ sơ {code} đang chờ phí, lệ phí. Mở trang hồ sơ để nộp bằng mã VietQR hoặc qua ngân hàng.",
            "Dossier {code} waits for its fee. Open its page to pay by VietQR or through a bank.",
        ),
    ),
    "reappoint": _message(
        "reappoint",
        ("Cơ quan xin lỗi và hẹn lại", "We apologise and give another date"),
        (
            "Hồ sơ {code} chưa xong đúng hẹn. Lời xin lỗi, lý do và ngày hẹn mới có trong trang hồ sơ.",
            "Dossier {code} will not be ready in time. The apology, the reason and the new date are on its page.",
        ),
    ),
    "refuse": _message(
        "refuse",
        ("Hồ sơ không được giải quyết", "Your application was refused"),
        (
            "Hồ sơ {code} không được giải quyết. Lý do và cách khiếu nại có trong trang hồ sơ.",
            "Dossier {code} was refused. The reason and how to complain are on its page.",
        ),
    ),
    "take_in_anew": _message(
        "take_in_anew",
        ("Hồ sơ được tiếp nhận lại", "Your dossier is taken in anew"),
        (
            "Khiếu nại đúng: hồ sơ {code} được tiếp nhận lại. Không phải nộp hồ sơ mới.",
            "Your complaint was right: dossier {code} is taken in anew. You need not submit another.",
        ),
    ),
    "reopen": _message(
        "reopen",
        ("Hồ sơ được mở lại", "Your dossier is open again"),
        (
            "Khiếu nại đúng: hồ sơ {code} được mở lại để quyết định lại. Ngày hẹn mới có trong trang hồ sơ.",
            "Your complaint was right: dossier {code} is open again. The new date is on its page.",
        ),
    ),
    "decide_anew": _message(
        "decide_anew",
        ("Hồ sơ được giải quyết lại", "Your dossier is decided anew"),
        (
            "Khiếu nại đúng: kết quả cũ của hồ sơ {code} bị hủy, cơ quan giải quyết lại. Ngày hẹn mới có trong trang hồ sơ.",
            "Your complaint was right: the old result of dossier {code} is revoked and it is decided anew. The new date is on its page.",
        ),
    ),
    "post_result": _message(
        "post_result",
        ("Kết quả đã gửi bưu điện", "Your result is in the post"),
        (
            "Kết quả của hồ sơ {code} đã gửi qua bưu điện. Số bưu gửi có trong trang hồ sơ.",
            "The result of dossier {code} has been posted. The post's number is on its page.",
        ),
    ),
    "return_result": _message(
        "return_result",
        ("Kết quả đã có", "Your result is ready"),
        (
            "Kết quả của hồ sơ {code} đã được ký số. Tải về trong trang hồ sơ; ai cũng kiểm tra được bằng mã trên giấy.",
            "The result of dossier {code} has been signed. Download it from its page; anybody can check it by its code.",
        ),
    ),
}


REMINDERS = {
    ReminderAbout.SUPPLEMENT: _message(
        "remind_supplement",
        ("Hồ sơ vẫn chờ bổ sung", "Your dossier still waits for you"),
        (
            "Hồ sơ {code} vẫn chờ ông bà, anh chị bổ sung. Mở trang hồ sơ để xem cần thêm gì.",
            "Dossier {code} still waits for what the office asked. Open its page to see what.",
        ),
    ),
    ReminderAbout.FEE: _message(
        "remind_fee",
        ("Hồ sơ vẫn chờ phí, lệ phí", "Your dossier still waits for its fee"),
        (
            "Hồ sơ {code} chưa được giải quyết vì chưa nộp phí, lệ phí. Mở trang hồ sơ để nộp.",
            "Dossier {code} is not being handled because its fee has not been paid. Open its page to pay.",
        ),
    ),
    ReminderAbout.RESULT: _message(
        "remind_result",
        ("Kết quả đang chờ ở quầy", "Your result waits at the counter"),
        (
            "Kết quả của hồ sơ {code} đang chờ ở quầy. Đến nhận, hoặc đổi cách nhận trong trang hồ sơ.",
            "The result of dossier {code} waits at the counter. Fetch it, or change how you get it on its page.",
        ),
    ),
}
NOT_RECEIVED = declare_template(
    MessageTemplate(
        code="services.not_received",
        title_vi="Hồ sơ {code} chưa ai tiếp nhận",
        title_en="Nobody has received dossier {code}",
        body_vi="Hồ sơ {code} nộp qua mạng đã quá giờ tiếp nhận. Giao người tiếp nhận ngay.",
        body_en="Dossier {code}, submitted online, should have been received by now. Give it to somebody.",
        channels=(Channel.EMAIL, Channel.PUSH),
        link="/viec/{code}/",
    )
)


def _result_words(kind: str) -> str:
    return result_title(kind).in_language(get_language() or "vi")


_title_of_result = lazy(_result_words, str)
for _form in SlipForm:
    declare_document_kind(_form.name.lower(), _form.label)
declare_document_kind("register", _("Sổ theo dõi hồ sơ"))
for _kind in result_kinds():
    declare_document_kind(_kind, _title_of_result(_kind))
