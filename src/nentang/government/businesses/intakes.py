"""Tables of businesses that are taken in."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import Column, Intake, day_cell, register_intake
from nentang.kernel.identifiers import parse_personal_number, parse_tax_code
from nentang.kernel.text import whole_number

from .actions import take_in_rows
from .enums import BusinessKind
from .registry import BUSINESSES

KINDS = {str(each.value): each.value for each in BusinessKind} | {
    each.label.lower(): each.value for each in BusinessKind
}


def _kind(text: str) -> str:
    """ValueError where it is none of the words."""
    if text.lower() not in KINDS:
        raise ValueError("no kind")
    return str(KINDS[text.lower()])


def _capital(text: str) -> int:
    amount = whole_number(text)
    if amount is None:
        raise ValueError("no amount")
    return amount


def _trades(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.split(";"))))


register_intake(
    BUSINESSES,
    Intake(
        (
            Column(
                name="number",
                title=_("Mã số thuế"),
                example="1300000001",
                read=lambda text: parse_tax_code(text).text,
            ),
            Column(name="name", title=_("Tên"), example="Tạp hoá Mẫu"),
            Column(name="kind", title=_("Loại hình"), example="household", read=_kind),
            Column(name="unit_code", title=_("Mã xã, phường"), example="04927"),
            Column(name="address_line", title=_("Địa chỉ"), example="Thôn Nháp"),
            Column(name="capital", title=_("Vốn, đồng"), example="50000000", read=_capital),
            Column(
                name="trades",
                title=_("Ngành, nghề"),
                example="4711; 5610",
                read=_trades,
                is_required=False,
            ),
            Column(
                name="owner_number",
                title=_("Số định danh cá nhân"),
                example="001187000001",
                read=lambda text: parse_personal_number(text).text,
            ),
            Column(name="owner_title", title=_("Chức danh"), example="Chủ hộ kinh doanh"),
            Column(name="starts_on", title=_("Ngày bắt đầu"), example="01/03/2019", read=day_cell),
        ),
        take_in_rows,
    ),
)
