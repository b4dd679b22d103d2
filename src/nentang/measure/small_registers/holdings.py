"""What the registers hold about people: what senders told the office alone. Who they are is in the case."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import Holding, register_holding

from .models import Entry

register_holding(
    Holding(
        model=Entry,
        title=_("Đề nghị gửi vào các sổ"),
        rows_of=lambda person_id: Entry.objects.filter(case__applicant=person_id),
        shown={
            "code": _("Mã"),
            "title": _("Tên đề nghị"),
            "statement": _("Lời nhắn cho cơ quan"),
            "entered_at": _("Gửi lúc"),
        },
        closed_at="case__closed_at",
        blanks={"statement": ""},
        case=F("case"),
    )
)
