"""What the audit holds about people: who looked at their data."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .enums import FIELD_TITLES
from .models import Record
from .registry import organization_names, role_title

OFFICER = "tên cán bộ đã xem: là dữ liệu của cán bộ, đọc được ở trang «Ai đã xem dữ liệu»"


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
            "actor_account_id": OFFICER,
            "actor_person_id": OFFICER,
            "actor_name": OFFICER,
            "person_id": OWN,
        },
        in_words={
            "fields": lambda row: [str(FIELD_TITLES.get(name, name)) for name in row.fields],
            "organization_id": _organization,
            "actor_role": lambda row: role_title(row.actor_role),
        },
        kept_while="nhật ký chỉ được thêm, không được sửa",
    )
)
