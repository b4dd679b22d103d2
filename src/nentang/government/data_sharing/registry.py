"""The table of requests for data, and what the two bodies are told."""

from pathlib import Path

from nentang.foundation.casework.public import register_kind
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

LAW = Path(__file__).parent / "law"
DATA_ACCESS = "data_access"
register_kind(DATA_ACCESS, LAW / "request_case.yaml", url_name="data_sharing:request")


def _message(code: str, title: tuple[str, str], body: tuple[str, str]) -> MessageTemplate:
    return declare_template(
        MessageTemplate(
            code=f"data_sharing.{code}",
            title_vi=title[0],
            title_en=title[1],
            body_vi=body[0],
            body_en=body[1],
            channels=(Channel.IN_APP, Channel.EMAIL),
            link="/chia-se-du-lieu/de-nghi/{code}/",
        )
    )


ASKED = _message(
    "asked",
    ("Có đề nghị khai thác dữ liệu {code}", "Request for data {code}"),
    (
        "Cơ quan khác đề nghị dùng dịch vụ dữ liệu của anh chị. Mở đề nghị {code} để xem và trả lời đúng hạn.",
        "Another body asks for one of your data services. Open request {code} and answer in time.",
    ),
)
ANSWERED = _message(
    "answered",
    ("Đề nghị {code} đã được trả lời", "Request {code} was answered"),
    (
        "Bên cung cấp đã trả lời đề nghị khai thác dữ liệu {code}. Mở đề nghị để xem quyền hoặc lý do.",
        "The provider has answered request {code}. Open it to see the grant or the reason.",
    ),
)
