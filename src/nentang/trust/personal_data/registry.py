"""The role, and what people are told."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import register_kind
from nentang.foundation.documents.public import declare_document_kind
from nentang.foundation.identity.public import declare_role
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

from .enums import ROLE

DATA_REQUEST = "data_request"
register_kind(
    DATA_REQUEST,
    Path(__file__).parent / "law" / "data_request_case.yaml",
    url_name="personal_data:desk_request",
)

NOTICE = "personal_data.breach_notice"
declare_document_kind(NOTICE, _("Thông báo vi phạm dữ liệu cá nhân"))
declare_role(ROLE, _("Cán bộ bảo vệ dữ liệu cá nhân"))

EXPORT_READY = declare_template(
    MessageTemplate(
        code="personal_data.export_ready",
        title_vi="Dữ liệu về ông bà, anh chị đã gom xong",
        title_en="Your data is ready",
        body_vi="Tải về đến hết ngày {day} ở trang «Dữ liệu về tôi». Sau ngày đó gói dữ liệu bị xóa.",
        body_en="Download it until {day} on the page “Data about me”. It is deleted afterwards.",
        channels=(Channel.IN_APP, Channel.EMAIL, Channel.PUSH),
        link="/dinh-danh/du-lieu-ve-toi/",
    )
)
REQUEST_ANSWERED = declare_template(
    MessageTemplate(
        code="personal_data.request_answered",
        title_vi="Yêu cầu về dữ liệu đã có trả lời",
        title_en="Your request about data was answered",
        body_vi="Yêu cầu {code} đã có trả lời. Mở trang của yêu cầu để đọc.",
        body_en="Request {code} was answered. Open its page to read the answer.",
        channels=(Channel.IN_APP, Channel.EMAIL, Channel.SMS),
        link="/dinh-danh/du-lieu-ve-toi/yeu-cau/{code}/",
    )
)
REQUEST_FILED = declare_template(
    MessageTemplate(
        code="personal_data.request_filed",
        title_vi="Có yêu cầu về dữ liệu cá nhân",
        title_en="A request about personal data has come in",
        body_vi="Yêu cầu {code} chờ trả lời. Mở trang của yêu cầu để xem hạn.",
        body_en="Request {code} waits for an answer. Open its page to see when it is due.",
        channels=(Channel.EMAIL, Channel.PUSH),
        link="/viec/{code}/",
    )
)
