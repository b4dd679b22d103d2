"""What open data holds about people: who asked for data, who registered a service."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding
from nentang.foundation.identity.public import FORGOTTEN_NUMBER, nobody

from .models import DataRequest, DataService

register_holding(
    Holding(
        model=DataRequest,
        title=_("Yêu cầu dữ liệu mở"),
        rows_of=lambda person_id: DataRequest.objects.filter(requester=person_id),
        shown={
            "code": _("Mã yêu cầu"),
            "asked": _("Cần dữ liệu gì"),
            "purpose": _("Để làm gì"),
            "filed_at": _("Gửi lúc"),
            "answered_at": _("Trả lời lúc"),
        },
        left_out={"requester": OWN},
        closed_at="case__closed_at",
        blanks={"asked": "", "purpose": "", "requester": nobody},
        is_blank=Q(asked="", purpose="", requester__personal_number=FORGOTTEN_NUMBER),
        case=F("case"),
    )
)
register_holding(
    Holding(
        model=DataService,
        title=_("Dịch vụ đã đăng ký trên dữ liệu mở"),
        rows_of=lambda person_id: DataService.objects.filter(registered_by=person_id),
        shown={
            "title": _("Tên dịch vụ"),
            "maker": _("Người làm"),
            "url": _("Địa chỉ"),
            "registered_at": _("Đăng ký lúc"),
        },
        left_out={"registered_by": OWN},
        closed_at="decided_at",
        blanks={"maker": "", "registered_by": nobody},
        is_blank=Q(maker="", registered_by__personal_number=FORGOTTEN_NUMBER),
    )
)
