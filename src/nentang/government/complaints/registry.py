"""The tables of complaints and explanations, their paper, and what the person is told at each step."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import register_kind
from nentang.foundation.documents.public import declare_document_kind
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

LAW = Path(__file__).parent / "law"
COMPLAINT, EXPLANATION = "complaint", "complaint_explanation"
register_kind(COMPLAINT, LAW / "complaint_case.yaml", url_name="complaints:desk")
register_kind(EXPLANATION, LAW / "explanation_case.yaml", url_name="complaints:explanation")
DECISION, NOTICE = "complaint_decision", "complaint_notice"
declare_document_kind(DECISION, _("Quyết định giải quyết khiếu nại"))
declare_document_kind(NOTICE, _("Thông báo về khiếu nại"))


def _message(step: str, title: tuple[str, str], body: tuple[str, str]) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"complaints.{step}",
            title_vi=title[0],
            title_en=title[1],
            body_vi=body[0],
            body_en=body[1],
            channels=(Channel.IN_APP, Channel.EMAIL, Channel.SMS),
            link="/khieu-nai/{code}/",
        )
    )


FILED = _message(
    "filed",
    ("Khiếu nại đã đến cơ quan", "Your complaint has arrived"),
    (
        "Khiếu nại {code} đã đến cơ quan. Ai giữ, đến bao giờ phải trả lời có trong trang khiếu nại.",
        "Complaint {code} has arrived. Its page says who has it and by when they must answer.",
    ),
)
MESSAGES = {
    "accept": _message(
        "accept",
        ("Khiếu nại đã được thụ lý", "Your complaint was accepted"),
        (
            "Khiếu nại {code} đã được thụ lý. Ngày phải giải quyết xong có trong trang khiếu nại.",
            "Complaint {code} was accepted. The day by which it must be decided is on its page.",
        ),
    ),
    "refuse_acceptance": _message(
        "refuse_acceptance",
        ("Khiếu nại không được thụ lý", "Your complaint was not accepted"),
        (
            "Khiếu nại {code} không được thụ lý. Lý do có trong trang khiếu nại.",
            "Complaint {code} was not accepted. The reason is on its page.",
        ),
    ),
    "extend": _message(
        "extend",
        ("Khiếu nại cần thêm thời gian", "Your complaint takes longer"),
        (
            "Khiếu nại {code} là vụ việc phức tạp nên cần thêm ngày. Lý do và hạn mới có trong trang khiếu nại.",
            "Complaint {code} is a complex matter and takes more days. The reason and the new date are on its page.",
        ),
    ),
    "hold_dialogue": _message(
        "hold_dialogue",
        ("Đã ghi buổi đối thoại", "The dialogue was noted"),
        (
            "Buổi đối thoại về khiếu nại {code} đã được ghi lại. Mở trang khiếu nại để đọc.",
            "The dialogue about complaint {code} was written down. Open its page to read it.",
        ),
    ),
    "decide": _message(
        "decide",
        ("Đã có quyết định giải quyết khiếu nại", "Your complaint was decided"),
        (
            "Khiếu nại {code} đã có quyết định giải quyết. Đọc và tải quyết định trong trang khiếu nại.",
            "Complaint {code} was decided. Read and download the decision on its page.",
        ),
    ),
    "withdraw": _message(
        "withdraw",
        ("Đã rút khiếu nại", "Complaint withdrawn"),
        (
            "Khiếu nại {code} đã rút. Cơ quan không giải quyết nữa.",
            "Complaint {code} was withdrawn. The office does nothing more about it.",
        ),
    ),
}
NEW_FOR_OFFICE = declare_template(
    MessageTemplate(
        code="complaints.new_for_office",
        title_vi="Có khiếu nại {code}",
        title_en="There is complaint {code}",
        body_vi="Khiếu nại {code} chờ thụ lý. Mở trang của việc để xem hạn và giao người chưa xử lý hồ sơ này.",
        body_en="Complaint {code} waits to be accepted. Open its page for its term, and give it to somebody who did not work on the dossier.",
        channels=(Channel.EMAIL, Channel.PUSH),
        link="/viec/{code}/",
    )
)
DECIDED_FOR_OFFICE = declare_template(
    MessageTemplate(
        code="complaints.decided_for_office",
        title_vi="Khiếu nại {code} đã được giải quyết",
        title_en="Complaint {code} was decided",
        body_vi="Khiếu nại {code} về hồ sơ {dossier} đã có quyết định. Mở trang hồ sơ để làm việc mà quyết định yêu cầu.",
        body_en="Complaint {code} about dossier {dossier} was decided. Open the dossier and do what the decision asks.",
        channels=(Channel.EMAIL, Channel.PUSH),
        link="/mot-cua/ho-so/{dossier}/",
    )
)
FOR_INSPECTORS = declare_template(
    MessageTemplate(
        code="complaints.for_inspectors",
        title_vi="Khiếu nại {code}: thụ lý hoặc không thụ lý",
        title_en="Complaint {code}: accepted or not",
        body_vi="Cơ quan đã trả lời có thụ lý khiếu nại {code} về hồ sơ {dossier} hay không. Mở trang của việc để xem.",
        body_en="The office has said whether it accepts complaint {code} about dossier {dossier}. Open its page to see.",
        channels=(Channel.EMAIL, Channel.PUSH),
        link="/viec/{code}/",
    )
)
