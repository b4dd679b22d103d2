"""Tables and maps of parcels that are taken in."""

from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import (
    Column,
    Intake,
    day_cell,
    one_by_one,
    register_intake,
)

from .actions import take_in_row
from .cards import REGISTER
from .rules.areas import UNIT, square_metres
from .rules.reading import BIGGEST

LARGEST = Decimal("99999999")


def _number(text: str) -> int:
    """A number of a sheet or parcel; ValueError."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= BIGGEST):
        raise ValueError("no number")
    return int(text)


def _area(text: str) -> Decimal:
    """Square metres with a comma or a point; ValueError."""
    try:
        area = square_metres(Decimal(text.replace(",", ".")[:20]))
    except InvalidOperation as error:
        raise ValueError("no area") from error
    if not area.is_finite() or not UNIT <= area <= LARGEST:
        raise ValueError("no area")
    return area


def _commune(text: str) -> str:
    """A code of five digits; ValueError."""
    if not (text.isascii() and text.isdigit() and len(text) == 5):
        raise ValueError("no commune")
    return text


register_intake(
    REGISTER,
    Intake(
        (
            Column(name="unit_code", title=_("Mã xã"), example="14722", read=_commune),
            Column(name="sheet", title=_("Tờ bản đồ số"), example="7", read=_number),
            Column(name="number", title=_("Thửa đất số"), example="83", read=_number),
            Column(name="area", title=_("Diện tích (m²)"), example="320,5", read=_area),
            Column(name="use", title=_("Mã loại đất"), example="ONT", is_required=False),
            Column(
                name="until",
                title=_("Sử dụng đến ngày"),
                example="",
                read=day_cell,
                is_required=False,
            ),
            Column(
                name="address_line",
                title=_("Địa chỉ thửa đất"),
                example="Thôn Nháp",
                is_required=False,
            ),
            Column(
                name="shape",
                title=_("Hình thửa (WKT hoặc GeoJSON)"),
                example="",
                is_required=False,
            ),
            Column(
                name="meridian",
                title=_("Kinh tuyến trục, nếu là VN-2000"),
                example="",
                is_required=False,
            ),
            Column(
                name="since",
                title=_("Đúng từ ngày"),
                example="01/01/2020",
                read=day_cell,
                is_required=False,
            ),
            Column(
                name="holder_number",
                title=_("Số định danh người sử dụng"),
                example="037187000001",
                is_required=False,
            ),
            Column(
                name="holder_name",
                title=_("Người sử dụng đất"),
                example="Lê Thị Mẫu",
                is_required=False,
            ),
            Column(name="serial", title=_("Số phát hành"), example="BC 123456", is_required=False),
            Column(name="book_number", title=_("Số vào sổ"), example="CH 00001", is_required=False),
            Column(
                name="issued_by",
                title=_("Nơi cấp"),
                example="UBND huyện Mẫu",
                is_required=False,
            ),
            Column(
                name="issued_on",
                title=_("Ngày cấp"),
                example="01/01/2020",
                read=day_cell,
                is_required=False,
            ),
        ),
        one_by_one(take_in_row),
    ),
)
