"""What the register of businesses holds about people: who stands behind one."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import Owner

register_holding(
    Holding(
        model=Owner,
        title=_("Đứng tên cơ sở kinh doanh"),
        rows_of=lambda person_id: Owner.objects.filter(person=person_id).select_related("record"),
        shown={
            "record.code": _("Mã số thuế"),
            "title": _("Chức danh"),
            "valid_from": _("Đúng từ ngày"),
            "valid_to": _("Đến trước ngày"),
        },
        left_out={"person": OWN},
        kept_while="cơ sở dữ liệu quốc gia giữ mãi",
    )
)
