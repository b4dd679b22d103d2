"""What complaints hold about people: what they said, and what was said to them."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding
from nentang.foundation.identity.public import FORGOTTEN_NUMBER, nobody

from .models import Complaint, ComplaintFile, Dialogue, Explanation

CODE = _("Mã khiếu nại")


register_holding(
    Holding(
        model=Complaint,
        title=_("Khiếu nại"),
        rows_of=lambda person_id: Complaint.objects.filter(complainant=person_id).select_related(
            "dossier", "against"
        ),
        shown={
            "code": CODE,
            "dossier.code": _("Mã hồ sơ"),
            "against.name": _("Cơ quan bị khiếu nại"),
            "statement": _("Nội dung khiếu nại"),
            "demand": _("Đề nghị"),
            "filed_at": _("Gửi lúc"),
            "decided_at": _("Giải quyết lúc"),
            "verdict": _("Kết luận"),
            "reasons": _("Lý do"),
        },
        left_out={"complainant": OWN},
        in_words={"verdict": lambda complaint: complaint.get_verdict_display()},
        closed_at="case__closed_at",
        blanks={"statement": "", "demand": "", "reasons": "", "complainant": nobody},
        is_blank=Q(
            statement="", demand="", reasons="", complainant__personal_number=FORGOTTEN_NUMBER
        ),
        case=F("case"),
    )
)
register_holding(
    Holding(
        model=ComplaintFile,
        title=_("Tài liệu kèm khiếu nại"),
        rows_of=lambda person_id: ComplaintFile.objects.filter(
            complaint__complainant=person_id
        ).select_related("complaint", "file"),
        shown={"complaint.code": CODE, "file.public_id": _("Mã tệp")},
        left_out={"file": "tệp nằm trong gói này dưới mã tệp, nếu là của người này"},
        closed_at="complaint__case__closed_at",
        is_row_dropped=True,
        file="file_id",
        case=F("complaint__case"),
    )
)
register_holding(
    Holding(
        model=Explanation,
        title=_("Giải trình về khiếu nại"),
        rows_of=lambda person_id: Explanation.objects.filter(
            complaint__complainant=person_id
        ).select_related("complaint"),
        shown={"complaint.code": CODE, "asked_at": _("Hỏi lúc"), "answered_at": _("Trả lời lúc")},
        left_out=dict.fromkeys(
            ("question", "answer"),
            "lời trao đổi giữa các cơ quan; kết luận có trong quyết định giải quyết",
        ),
        closed_at="complaint__case__closed_at",
        blanks={"question": "", "answer": ""},
        case=F("complaint__case"),
    )
)
register_holding(
    Holding(
        model=Dialogue,
        title=_("Đối thoại về khiếu nại"),
        rows_of=lambda person_id: Dialogue.objects.filter(
            complaint__complainant=person_id
        ).select_related("complaint"),
        shown={"complaint.code": CODE, "held_on": _("Ngày"), "minutes": _("Biên bản")},
        closed_at="complaint__case__closed_at",
        blanks={"minutes": ""},
        case=F("complaint__case"),
    )
)
