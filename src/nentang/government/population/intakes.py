"""Tables of people that are taken in."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import (
    Column,
    Intake,
    day_cell,
    register_intake,
    year_cell,
)

from .actions import take_in_row
from .enums import Sex
from .registry import ADDRESS, CITIZENS, COMMUNE

SEXES = {
    "nam": Sex.MALE,
    "male": Sex.MALE,
    "nữ": Sex.FEMALE,
    "nu": Sex.FEMALE,
    "female": Sex.FEMALE,
}


def _sex(text: str) -> str:
    """ValueError where it is none of the words."""
    if text.lower() not in SEXES:
        raise ValueError("no sex")
    return str(SEXES[text.lower()])


register_intake(
    CITIZENS,
    Intake(
        (
            Column(name="number", title=_("Số định danh cá nhân"), example="001187000001"),
            Column(name="full_name", title=_("Họ và tên"), example="Lê Thị Mẫu"),
            Column(name="sex", title=_("Giới tính"), example="nữ", read=_sex),
            Column(
                name="birth_on",
                title=_("Ngày sinh"),
                example="05/09/1987",
                read=day_cell,
                is_required=False,
            ),
            Column(name="birth_year", title=_("Năm sinh"), example="1987", read=year_cell),
            Column(name="ethnicity", title=_("Dân tộc"), example="Kinh", is_required=False),
            Column(name="unit_code", title=COMMUNE, example="04927", is_required=False),
            Column(name="address_line", title=ADDRESS, example="Thôn Nháp", is_required=False),
        ),
        take_in_row,
    ),
)
