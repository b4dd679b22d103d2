"""What payments hold about people."""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import Case
from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import PaymentRequest

register_holding(
    Holding(
        model=PaymentRequest,
        title=_("Phí, lệ phí"),
        rows_of=lambda person_id: PaymentRequest.objects.filter(payer=person_id).select_related(
            "payee"
        ),
        shown={
            "code": _("Mã thanh toán"),
            "reference": _("Cho việc"),
            "description": _("Khoản"),
            "amount": _("Số tiền (đồng)"),
            "payee.name": _("Nộp cho"),
            "state": _("Trạng thái"),
            "requested_at": _("Yêu cầu lúc"),
            "paid_at": _("Nộp lúc"),
        },
        left_out={"payer": OWN},
        in_words={"state": lambda request: request.get_state_display()},
        closed_at=Coalesce("paid_at", "expires_at"),
        blanks={"payer": None},
        case=Subquery(Case.objects.filter(code=OuterRef("reference")).values("pk")[:1]),
    )
)
