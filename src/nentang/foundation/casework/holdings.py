"""What casework holds about people."""

from django.db.models import F
from django.db.models.functions import Lower
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import Case, TimelineEntry
from .registry import kind_named


def _state(case: Case) -> str:
    return kind_named(case.kind).states[case.state].title(get_language() or "vi")


register_holding(
    Holding(
        model=Case,
        title=_("Việc đang và đã giải quyết"),
        rows_of=lambda person_id: Case.objects.filter(applicant=person_id).select_related(
            "organization"
        ),
        shown={
            "code": _("Mã"),
            "title": _("Việc"),
            "state": _("Trạng thái"),
            "organization.name": _("Cơ quan tiếp nhận"),
            "applicant_name": _("Tên người có việc"),
            "opened_at": _("Mở lúc"),
            "due_at": _("Hạn"),
            "closed_at": _("Xong lúc"),
        },
        left_out={
            "applicant": OWN,
            "folded": "mã, tên và việc viết không dấu, chỉ để tìm kiếm",
        },
        in_words={"state": _state},
        closed_at="closed_at",
        blanks={"applicant": None, "applicant_name": "", "folded": Lower("code")},
        case=F("pk"),
    )
)
register_holding(
    Holding(
        model=TimelineEntry,
        title=_("Các bước đã qua"),
        rows_of=lambda person_id: TimelineEntry.objects.filter(
            case__applicant=person_id
        ).select_related("case", "organization"),
        shown={
            "case.code": _("Mã"),
            "at": _("Lúc"),
            "state": _("Trạng thái"),
            "organization.name": _("Cơ quan"),
            "public_note": _("Lời nhắn cho người có việc"),
        },
        left_out={"note": "lời trao đổi giữa cán bộ, có thể nói về người khác"},
        in_words={
            "state": lambda entry: (
                kind_named(entry.case.kind).states[entry.state].title(get_language() or "vi")
            )
        },
        closed_at="case__closed_at",
        blanks={"note": "", "public_note": ""},
        case=F("case"),
    )
)
