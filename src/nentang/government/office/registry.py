"""The tables of documents, the roles that only an office has, its papers, and what people are told."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import register_kind
from nentang.foundation.documents.public import declare_document_kind, register_pdf_template
from nentang.foundation.identity.public import declare_role
from nentang.foundation.notifications.public import Channel, MessageTemplate, declare_template

HERE = Path(__file__).parent
OUTGOING, INCOMING, TASK = "outgoing_document", "incoming_document", "office_task"
register_kind(OUTGOING, HERE / "law" / "outgoing_case.yaml", url_name="office:outgoing")
register_kind(INCOMING, HERE / "law" / "incoming_case.yaml", url_name="office:incoming")
register_kind(TASK, HERE / "law" / "task_case.yaml", url_name="office:task")

DOCUMENT_CLERK, HEAD_OF_UNIT = "document_clerk", "head_of_unit"
declare_role(DOCUMENT_CLERK, _("Văn thư"))
declare_role(HEAD_OF_UNIT, _("Trưởng đơn vị"))
OFFICE_ROLES = (
    "leader",
    HEAD_OF_UNIT,
    "head_of_desk",
    "specialist",
    "clerk",
    DOCUMENT_CLERK,
    "inspector",
)
"""Roles whose holders read and work on the documents of their body."""

PAPER = "office_document"
declare_document_kind(PAPER, _("Văn bản hành chính"))
OFFICIAL = "office.official"
register_pdf_template(OFFICIAL, HERE / "typst" / "official.typ")
OUT, IN = "office_out", "office_in"
"""How the files of outgoing and incoming documents are named to the documents app."""

GIVEN = declare_template(
    MessageTemplate(
        code="office.given",
        title_vi="Anh chị được giao văn bản {code}",
        title_en="Document {code} was given to you",
        body_vi="Lãnh đạo giao anh chị xử lý văn bản {code}. Mở trang của việc để đọc ý kiến chỉ đạo và hạn.",
        body_en="Your leader gave you document {code}. Open its page to read what to do and by when.",
        channels=(Channel.PUSH,),
        link="/viec/{code}/",
    )
)
