"""What services hold about people: dossiers and what happened on their way."""

from typing import Any

from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nentang.foundation.documents.public import goes_with_file
from nentang.foundation.forms.public import answered_steps
from nentang.foundation.holdings.public import OWN, Holding, register_holding
from nentang.foundation.identity.public import FORGOTTEN_NUMBER, nobody

from .models import Consultation, Delivery, Dossier, DossierPaper, Rating, SupplementRequest, Upload
from .queries import bundle_of

CODE = _("Mã hồ sơ")


def _answers(dossier: Dossier) -> list[tuple[str, str]]:
    """Questions and answers as on the dossier's page."""
    form = bundle_of(dossier).form
    steps = answered_steps(form, dossier.answers, on=dossier.procedure_on)
    return [pair for step in steps for answered in step.answers for pair in _pairs(answered)]


def _pairs(answered: Any) -> list[tuple[str, str]]:
    if answered.items:
        return [pair for row in answered.items for each in row for pair in _pairs(each)]
    values = answered.value if isinstance(answered.value, list) else [answered.value]
    words = [file.filename for file in answered.files] or [_said(each) for each in values]
    return [(_said(answered.label), ", ".join(words))]


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return str(_("Có") if value else _("Không"))
    return str(value.in_language(get_language() or "vi") if hasattr(value, "vi") else value)


goes_with_file(Upload, "file")
register_holding(
    Holding(
        model=Dossier,
        title=_("Hồ sơ"),
        rows_of=lambda person_id: Dossier.objects.filter(applicant=person_id).select_related(
            "bundle", "organization"
        ),
        shown={
            "code": CODE,
            "procedure": _("Thủ tục"),
            "organization.name": _("Cơ quan giải quyết"),
            "channel": _("Kênh"),
            "answers": _("Điều đã khai"),
            "findings": _("Điều cơ quan tìm ra"),
            "fee": _("Phí, lệ phí (đồng)"),
            "submitted_at": _("Nộp lúc"),
            "decided_at": _("Giải quyết lúc"),
            "outcome": _("Kết quả"),
        },
        left_out={"applicant": OWN},
        in_words={
            "answers": _answers,
            "channel": lambda dossier: dossier.get_channel_display(),
            "outcome": lambda dossier: dossier.get_outcome_display(),
        },
        closed_at="case__closed_at",
        blanks={"answers": {}, "findings": {}, "applicant": nobody},
        is_blank=Q(answers={}, findings={}, applicant__personal_number=FORGOTTEN_NUMBER),
        case=F("case"),
    )
)
register_holding(
    Holding(
        model=DossierPaper,
        title=_("Giấy tờ trong hồ sơ"),
        rows_of=lambda person_id: DossierPaper.objects.filter(
            dossier__applicant=person_id
        ).select_related("dossier", "file"),
        shown={
            "dossier.code": CODE,
            "paper": _("Giấy tờ"),
            "file.public_id": _("Mã tệp"),
            "given_at": _("Nộp lúc"),
        },
        left_out={"file": "tệp nằm trong gói này dưới mã tệp, nếu là của người này"},
        closed_at="dossier__case__closed_at",
        is_row_dropped=True,
        file="file_id",
        case=F("dossier__case"),
    )
)
register_holding(
    Holding(
        model=SupplementRequest,
        title=_("Yêu cầu bổ sung"),
        rows_of=lambda person_id: SupplementRequest.objects.filter(
            dossier__applicant=person_id
        ).select_related("dossier"),
        shown={
            "dossier.code": CODE,
            "items": _("Cần bổ sung"),
            "asked_at": _("Yêu cầu lúc"),
            "answer": _("Trả lời"),
            "answered_at": _("Trả lời lúc"),
        },
        closed_at="dossier__case__closed_at",
        blanks={"answer": ""},
        case=F("dossier__case"),
    )
)
register_holding(
    Holding(
        model=Consultation,
        title=_("Ý kiến các cơ quan"),
        rows_of=lambda person_id: Consultation.objects.filter(
            dossier__applicant=person_id
        ).select_related("dossier", "case__holder"),
        shown={
            "dossier.code": CODE,
            "case.holder.name": _("Cơ quan được hỏi"),
            "asked_at": _("Hỏi lúc"),
            "answered_at": _("Trả lời lúc"),
        },
        left_out={
            "question": "lời trao đổi giữa các cơ quan, có thể nói về người khác",
            "answer": "lời trao đổi giữa các cơ quan, có thể nói về người khác",
        },
        closed_at="dossier__case__closed_at",
        blanks={"question": "", "answer": ""},
        case=F("dossier__case"),
    )
)
register_holding(
    Holding(
        model=Rating,
        title=_("Đánh giá"),
        rows_of=lambda person_id: Rating.objects.filter(
            dossier__applicant=person_id
        ).select_related("dossier"),
        shown={
            "dossier.code": CODE,
            "stars": _("Số sao"),
            "comment": _("Góp ý"),
            "rated_at": _("Đánh giá lúc"),
        },
        closed_at="rated_at",
        blanks={"comment": ""},
        case=F("dossier__case"),
    )
)
register_holding(
    Holding(
        model=Delivery,
        title=_("Nơi nhận kết quả"),
        rows_of=lambda person_id: Delivery.objects.filter(
            dossier__applicant=person_id
        ).select_related("dossier"),
        shown={
            "dossier.code": CODE,
            "way": _("Cách nhận"),
            "address": _("Địa chỉ nhận"),
            "tracking": _("Số bưu gửi"),
            "posted_at": _("Gửi lúc"),
        },
        in_words={"way": lambda delivery: delivery.get_way_display()},
        closed_at="dossier__case__closed_at",
        blanks={"address": ""},
        case=F("dossier__case"),
    )
)
