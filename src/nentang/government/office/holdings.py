"""What documents of the office hold about people: their names stand in them, nobody is pointed to."""

from collections.abc import Mapping

from django.db.models import F, Model, QuerySet
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import Holding, register_holding

from .models import (
    DraftVersion,
    IncomingDocument,
    OutgoingDocument,
    Recipient,
    Remark,
    Task,
    WorkFile,
)

NOBODYS = "văn bản của cơ quan; không ghi là của người nào, ai cần thì xin trích lục ở cơ quan"


def _hold(
    model: type[Model],
    title: object,
    fields: tuple[str, ...],
    *,
    closed_at: str = "",
    blanks: Mapping[str, object] | None = None,
    case: str = "",
) -> None:
    """Rows that belong to no person; what officers wrote to each other is let go in its time."""
    nobodys: QuerySet[Model] = model._default_manager.none()
    register_holding(
        Holding(
            model=model,
            title=title,
            rows_of=lambda person_id: nobodys,
            shown={},
            left_out=dict.fromkeys(fields, NOBODYS),
            closed_at=closed_at or None,
            blanks=blanks or {},
            case=F(case) if case else None,
        )
    )


_hold(WorkFile, _("Hồ sơ công việc"), ("title", "folded"))
_hold(
    IncomingDocument,
    _("Văn bản đến"),
    ("sender_name", "summary", "folded", "instruction", "result"),
    closed_at="case__closed_at",
    blanks={"instruction": "", "result": ""},
    case="case",
)
_hold(
    Task,
    _("Ý kiến phối hợp xử lý văn bản"),
    ("report",),
    closed_at="case__closed_at",
    blanks={"report": ""},
    case="case",
)
_hold(OutgoingDocument, _("Văn bản đi"), ("summary", "folded"))
_hold(
    DraftVersion,
    _("Bản thảo văn bản"),
    ("text",),
    closed_at="document__case__closed_at",
    blanks={"text": ""},
    case="document__case",
)
_hold(
    Remark,
    _("Góp ý bản thảo"),
    ("text",),
    closed_at="document__case__closed_at",
    blanks={"text": ""},
    case="document__case",
)
_hold(Recipient, _("Nơi nhận văn bản"), ("name",))
