"""Tables of people that are taken in."""

from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import (
    Column,
    Intake,
    day_cell,
    register_intake,
    year_cell,
)
from nentang.kernel.identifiers import parse_personal_number

from .actions import take_in_rows
from .enums import Relation, Sex
from .registry import ADDRESS, CITIZENS, COMMUNE

SEXES = {
    "nam": Sex.MALE,
    "male": Sex.MALE,
    "nữ": Sex.FEMALE,
    "nu": Sex.FEMALE,
    "female": Sex.FEMALE,
}


RELATIONS = {str(each.value): each for each in Relation} | {
    each.label.lower(): each for each in Relation
}


def _relation(text: str) -> str:
    """ValueError where it is none of the words."""
    if text.lower() not in RELATIONS:
        raise ValueError("no relation")
    return str(RELATIONS[text.lower()].value)


def _number(text: str) -> str:
    return parse_personal_number(text).text


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
            Column(
                name="father_number",
                title=_("Số định danh của cha"),
                example="",
                read=_number,
                is_required=False,
            ),
            Column(
                name="mother_number",
                title=_("Số định danh của mẹ"),
                example="",
                read=_number,
                is_required=False,
            ),
            Column(name="unit_code", title=COMMUNE, example="04927", is_required=False),
            Column(name="address_line", title=ADDRESS, example="Thôn Nháp", is_required=False),
            Column(
                name="lives_since",
                title=_("Thường trú từ ngày"),
                example="01/01/2018",
                read=day_cell,
                is_required=False,
            ),
            Column(name="household", title=_("Số hộ"), example="04927-000012", is_required=False),
            Column(
                name="relation",
                title=_("Quan hệ với chủ hộ"),
                example="head",
                read=_relation,
                is_required=False,
            ),
            Column(
                name="died_on",
                title=_("Ngày chết"),
                example="",
                read=day_cell,
                is_required=False,
            ),
        ),
        take_in_rows,
    ),
)
