"""What the audit holds about people: who looked at their data."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import Holding, register_holding

from .models import Record
from .registry import organization_names, role_title


def _organization(row: Record) -> str:
    number = row.organization_id
    return organization_names({number}).get(number, "") if number else ""


register_holding(
    Holding(
        model=Record,
        title=_("Ai đã xem dữ liệu"),
        rows_of=lambda person_id: Record.objects.looks().filter(person_id=person_id),
        shown={
            "at": _("Lúc"),
            "organization_id": _("Cơ quan"),
            "actor_role": _("Vai trò"),
            "fields": _("Đã xem những gì"),
            "purpose": _("Để làm gì"),
            "legal_basis": _("Căn cứ"),
        },
        left_out={
            "actor_account_id": "chỉ cán bộ, không phải người được cấp dữ liệu này",
            "actor_person_id": "chỉ cán bộ, không phải người được cấp dữ liệu này",
            "actor_name": "tên cán bộ là dữ liệu của cán bộ; xem ở trang «Ai đã xem dữ liệu»",
            "person_id": "là chính người được cấp dữ liệu này",
        },
        in_words={
            "organization_id": _organization,
            "actor_role": lambda row: role_title(row.actor_role),
        },
        kept_while="nhật ký chỉ được thêm, không được sửa",
    )
)
