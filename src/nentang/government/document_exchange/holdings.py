"""What the exchange holds about people: words of documents, which name nobody by a number."""

from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import Holding, register_holding

from .models import (
    Consignment,
    ConsignmentFile,
    Envelope,
    ReceivedDocument,
    ReceivedFile,
    RefusedInput,
    StatusHeard,
)

BETWEEN_BODIES = "lời văn giữa các cơ quan; không gắn với số định danh của ai, tra theo văn bản"
ARCHIVED = "văn bản đi và đến giữ theo thời hạn bảo quản của hồ sơ công việc"


def _register(model: type[Model], title: object, *fields: str) -> None:
    def nobody(person_id: int) -> QuerySet[Any]:
        return model._default_manager.none()

    register_holding(
        Holding(
            model=model,
            title=title,
            rows_of=nobody,
            shown={},
            left_out=dict.fromkeys(fields, BETWEEN_BODIES),
            kept_while=ARCHIVED,
        )
    )


_register(Envelope, _("Thông điệp đã ký"), "content")
_register(Consignment, _("Văn bản đã gửi"), "subject", "said")
_register(ConsignmentFile, _("Tệp của văn bản đã gửi"), "file")
_register(StatusHeard, _("Trạng thái bên nhận báo"), "description")
_register(ReceivedDocument, _("Văn bản đã nhận"), "subject")
_register(ReceivedFile, _("Tệp của văn bản đã nhận"), "file")
register_holding(
    Holding(
        model=RefusedInput,
        title=_("Thông điệp bị từ chối"),
        rows_of=lambda person_id: RefusedInput.objects.none(),
        shown={},
        left_out={"head": BETWEEN_BODIES},
        closed_at="last_at",
        is_row_dropped=True,
    )
)
