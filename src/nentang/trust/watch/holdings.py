"""What the watch holds about people."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import Alarm, Refusal

register_holding(
    Holding(
        model=Refusal,
        title=_("Lần bị từ chối khi mở việc không thuộc quyền"),
        rows_of=lambda person_id: Refusal.objects.filter(account__person=person_id),
        shown={"at": _("Lúc")},
        left_out={"account": OWN},
        closed_at="at",
        is_row_dropped=True,
    )
)
register_holding(
    Holding(
        model=Alarm,
        title=_("Cảnh báo an toàn về tài khoản"),
        rows_of=lambda person_id: Alarm.objects.filter(account__person=person_id).exclude(
            verdict=""
        ),
        shown={
            "sign": _("Dấu hiệu"),
            "day": _("Ngày"),
            "verdict": _("Kết luận"),
            "decided_at": _("Kết luận lúc"),
        },
        left_out={
            "account": OWN,
            "finding": "do cán bộ ghi, có thể nói về người khác; hỏi bằng yêu cầu về dữ liệu",
        },
        in_words={
            "sign": lambda alarm: alarm.get_sign_display(),
            "verdict": lambda alarm: alarm.get_verdict_display(),
        },
        closed_at="decided_at",
        blanks={"account": None, "finding": ""},
        case=F("case"),
    )
)
