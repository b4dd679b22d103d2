"""What the land register holds about people: rights, what part, what burdens them."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .enums import FormOfUse, Origin
from .models import Mortgages, Right, Share

FOR_EVER = "cơ sở dữ liệu quốc gia giữ mãi"


def _rights(person_id: int) -> QuerySet[Right]:
    rows = Right.objects.filter(holders__shares__person=person_id)
    return rows.select_related("record").order_by("id")


def _pledges(person_id: int) -> QuerySet[Mortgages]:
    rows = Mortgages.objects.filter(record__in=_rights(person_id).values("record"))
    return rows.select_related("record").order_by("id")


def _words(entries: Any) -> str:
    return "; ".join(f"{each['lender']} ({each['number']}, {each['contract']})" for each in entries)


register_holding(
    Holding(
        model=Right,
        title=_("Quyền sử dụng đất"),
        rows_of=_rights,
        shown={
            "record.code": _("Mã thửa (xã-tờ-thửa)"),
            "form": _("Hình thức sử dụng"),
            "origin": _("Nguồn gốc sử dụng"),
            "valid_from": _("Đúng từ ngày"),
            "valid_to": _("Đến trước ngày"),
        },
        left_out={"holders": OWN},
        in_words={
            "form": lambda form: FormOfUse(form).label,
            "origin": lambda origin: Origin(origin).label,
        },
        kept_while=FOR_EVER,
    )
)
register_holding(
    Holding(
        model=Share,
        title=_("Phần quyền sử dụng đất"),
        rows_of=lambda person_id: Share.objects.filter(person=person_id).order_by("id"),
        shown={"numerator": _("Số phần"), "denominator": _("Trên tổng số phần")},
        left_out={"person": OWN},
        kept_while=FOR_EVER,
    )
)
register_holding(
    Holding(
        model=Mortgages,
        title=_("Thế chấp quyền sử dụng đất"),
        rows_of=_pledges,
        shown={
            "record.code": _("Mã thửa (xã-tờ-thửa)"),
            "entries": _("Thế chấp"),
            "valid_from": _("Đúng từ ngày"),
            "valid_to": _("Đến trước ngày"),
        },
        in_words={"entries": _words},
        kept_while=FOR_EVER,
    )
)
