"""Tables of health insurance cards that are taken in."""

import re

from django.utils.translation import gettext_lazy as _

from nentang.foundation.registers.public import Column, Intake, day_cell, register_intake
from nentang.kernel.identifiers import parse_personal_number

from .actions import take_in_rows
from .enums import Payer
from .registry import INSURANCE
from .rules.numbers import NUMBER

PAYERS = {str(each.value): each.value for each in Payer} | {
    each.label.lower(): each.value for each in Payer
}


def _payer(text: str) -> str:
    """ValueError where it is none of the words."""
    if text.lower() not in PAYERS:
        raise ValueError("no payer")
    return str(PAYERS[text.lower()])


def _number(text: str) -> str:
    if not NUMBER.fullmatch(text):
        raise ValueError("no insurance number")
    return text


def _category(text: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", text, re.ASCII):
        raise ValueError("no class")
    return text


def _benefit(text: str) -> int:
    if not re.fullmatch(r"[1-5]", text, re.ASCII):
        raise ValueError("no level")
    return int(text)


register_intake(
    INSURANCE,
    Intake(
        (
            Column(
                name="number",
                title=_("Mã số bảo hiểm xã hội"),
                example="3700000001",
                read=_number,
            ),
            Column(
                name="personal_number",
                title=_("Số định danh cá nhân"),
                example="001187000001",
                read=lambda text: parse_personal_number(text).text,
            ),
            Column(name="payer", title=_("Ai đóng"), example="household", read=_payer),
            Column(name="category", title=_("Nhóm trên thẻ"), example="GD", read=_category),
            Column(name="benefit", title=_("Mức hưởng"), example="4", read=_benefit),
            Column(
                name="facility",
                title=_("Nơi khám bệnh ban đầu"),
                example="Trạm y tế xã Mẫu",
                is_required=False,
            ),
            Column(name="good_from", title=_("Có giá trị từ"), example="01/01/2020", read=day_cell),
            Column(name="good_until", title=_("Đến hết ngày"), example="31/12/2020", read=day_cell),
        ),
        take_in_rows,
    ),
)
