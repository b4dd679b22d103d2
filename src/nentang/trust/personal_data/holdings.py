"""What this app itself holds about people."""

from django.db.models import DateTimeField, F
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import Export, LegalHold, SubjectRequest

register_holding(
    Holding(
        model=Export,
        title=_("Những lần xin dữ liệu về mình"),
        rows_of=lambda person_id: Export.objects.filter(person=person_id),
        shown={
            "asked_at": _("Yêu cầu lúc"),
            "ready_at": _("Xong lúc"),
            "taken_at": _("Tải lúc"),
        },
        left_out={"person": OWN},
        closed_at="expires_at",
        is_row_dropped=True,
    )
)
register_holding(
    Holding(
        model=LegalHold,
        title=_("Lệnh giữ, chưa xóa dữ liệu"),
        rows_of=lambda person_id: LegalHold.objects.filter(
            case__applicant=person_id
        ).select_related("case"),
        shown={
            "case.code": _("Mã"),
            "placed_at": _("Từ lúc"),
            "until_on": _("Đến ngày"),
            "lifted_at": _("Gỡ lúc"),
        },
        left_out={"reason": "do cán bộ ghi, có thể nói về người khác; hỏi bằng yêu cầu về dữ liệu"},
        closed_at=Coalesce("lifted_at", Cast("until_on", DateTimeField())),
        blanks={"reason": ""},
        case=F("case"),
    )
)
register_holding(
    Holding(
        model=SubjectRequest,
        title=_("Yêu cầu về dữ liệu cá nhân"),
        rows_of=lambda person_id: SubjectRequest.objects.filter(person=person_id).select_related(
            "case"
        ),
        shown={
            "case.code": _("Mã"),
            "kind": _("Loại yêu cầu"),
            "about": _("Về việc"),
            "words": _("Điều yêu cầu"),
            "asked_at": _("Yêu cầu lúc"),
            "outcome": _("Kết quả"),
            "answer": _("Trả lời"),
            "rule": _("Quy định làm căn cứ"),
            "answered_at": _("Trả lời lúc"),
        },
        left_out={"person": OWN},
        in_words={
            "kind": lambda request: request.get_kind_display(),
            "outcome": lambda request: request.get_outcome_display(),
        },
        closed_at="answered_at",
        blanks={"person": None, "words": "", "answer": ""},
        case=F("case"),
    )
)
