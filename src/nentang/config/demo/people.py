"""Invented people with names that look invented, and personal numbers that no province gave out."""

import random
from datetime import date, timedelta

from nentang.kernel.frozen import Frozen

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Bùi", "Đinh", "Vũ", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
GIVEN = ("Mẫu", "Thử", "Ví", "Dụ", "Nháp", "Giả", "Tạm", "Phỏng", "Minh Hoạ", "Thí Điểm")
BORN_BETWEEN = (date(1955, 1, 1), date(1999, 12, 31))  # all may marry in the demo's year


class Invented(Frozen):
    """Somebody who does not exist."""

    full_name: str
    sex: str
    birth_on: date
    personal_number: str
    phone: str


def invent(
    count: int, *, province_prefix: str, dice: random.Random, first: int = 900_000
) -> list[Invented]:
    """So many people of a province, each with another personal number from the serial `first` on."""
    return [_invent(first + number, province_prefix, dice) for number in range(count)]


def _invent(number: int, province_prefix: str, dice: random.Random) -> Invented:
    sex = dice.choice(("male", "female"))
    middle = "Văn" if sex == "male" else "Thị"
    name = f"{dice.choice(FAMILY)} {middle} {dice.choice(GIVEN)}"
    begin, end = BORN_BETWEEN
    birth_on = begin + timedelta(days=dice.randrange((end - begin).days))
    return Invented(
        full_name=name,
        sex=sex,
        birth_on=birth_on,
        personal_number=personal_number(province_prefix, sex, birth_on, number),
        phone=f"09{number % 100_000_000:08d}",
    )


def personal_number(province_prefix: str, sex: str, birth_on: date, serial: int) -> str:
    """Twelve digits: province, century and sex, year, serial (Decree 137/2015/NĐ-CP)."""
    century = (birth_on.year // 100 - 19) * 2 + (sex == "female")
    return f"{province_prefix}{century}{birth_on.year % 100:02d}{serial:06d}"
