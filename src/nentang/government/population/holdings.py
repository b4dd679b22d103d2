"""What the population register holds about people. It is kept for ever: the law ends none of it."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from nentang.foundation.holdings.public import OWN, Holding, register_holding

from .models import (
    Absence,
    Citizen,
    CivilIdentity,
    Household,
    HouseholdHome,
    IssuedNumber,
    LifeStatus,
    PermanentResidence,
    TemporaryResidence,
)

FOR_EVER = "cơ sở dữ liệu quốc gia giữ mãi"
SINCE, RECORDED = _("Đúng từ ngày"), _("Ghi lúc")
UNIT, ADDRESS = _("Mã xã, phường"), _("Số nhà, đường, thôn")


def _said(
    model: type[Model],
    title: object,
    shown: dict[str, object],
    left_out: dict[str, str] | None = None,
) -> None:
    """A kind of version: whoever the record speaks of has its rows."""
    register_holding(
        Holding(
            model=model,
            title=title,
            rows_of=lambda person_id: model._default_manager.filter(
                record__person=person_id
            ).order_by("id"),
            shown={**shown, "valid_from": SINCE, "recorded_at": RECORDED},
            left_out=left_out or {},
            kept_while=FOR_EVER,
        )
    )


register_holding(
    Holding(
        model=Citizen,
        title=_("Bản ghi dân cư"),
        rows_of=lambda person_id: Citizen.objects.filter(person=person_id),
        shown={"code": _("Số định danh cá nhân"), "entered_at": _("Vào cơ sở dữ liệu lúc")},
        left_out={"folded": "họ và tên viết không dấu, chỉ để tìm kiếm", "person": OWN},
        kept_while=FOR_EVER,
    )
)
_said(
    CivilIdentity,
    _("Nhân thân"),
    {
        "full_name": _("Họ và tên"),
        "sex": _("Giới tính"),
        "birth_on": _("Ngày sinh"),
        "birth_year": _("Năm sinh"),
        "birth_unit": _("Nơi sinh"),
        "hometown": _("Quê quán"),
        "nationality": _("Quốc tịch"),
        "ethnicity": _("Dân tộc"),
        "father_number": _("Số định danh của cha"),
        "mother_number": _("Số định danh của mẹ"),
    },
)
_said(LifeStatus, _("Tình trạng"), {"state": _("Tình trạng")})
_said(
    PermanentResidence,
    _("Thường trú"),
    {
        "unit_code": UNIT,
        "address_line": ADDRESS,
        "household.code": _("Số hộ"),
        "relation": _("Quan hệ với chủ hộ"),
    },
    {"household": "số hộ có trong gói này"},
)
_said(
    TemporaryResidence,
    _("Tạm trú"),
    {"unit_code": UNIT, "address_line": ADDRESS, "host_name": _("Chủ nhà")},
)
_said(Absence, _("Tạm vắng"), {"destination": _("Nơi đến"), "reason": _("Lý do")})
register_holding(
    Holding(
        model=Household,
        title=_("Hộ gia đình"),
        rows_of=lambda person_id: Household.objects.filter(
            homes__head__person=person_id
        ).distinct(),
        shown={"code": _("Số hộ")},
        left_out={"folded": "địa chỉ viết không dấu, chỉ để tìm kiếm"},
        kept_while=FOR_EVER,
    )
)
register_holding(
    Holding(
        model=HouseholdHome,
        title=_("Nơi ở của hộ"),
        rows_of=lambda person_id: HouseholdHome.objects.filter(head__person=person_id),
        shown={"address_line": ADDRESS, "valid_from": SINCE},
        left_out={"head": OWN},
        kept_while=FOR_EVER,
    )
)
register_holding(
    Holding(
        model=IssuedNumber,
        title=_("Số định danh đã cấp"),
        rows_of=lambda person_id: IssuedNumber.objects.filter(
            number__in=Citizen.objects.filter(person=person_id).values("code")
        ),
        shown={"number": _("Số định danh cá nhân"), "issued_at": _("Cấp lúc")},
        kept_while=FOR_EVER,
    )
)
