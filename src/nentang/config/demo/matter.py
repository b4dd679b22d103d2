"""What an invented applicant writes about: who applies for what, where, with which people around."""

import random
from datetime import date, timedelta
from typing import Any

from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

from .people import FAMILY, GIVEN, Invented, personal_number
from .plan import Planned

Answers = dict[str, Any]


class Matter(Frozen):
    """Who applies for what, where; `papers` are identifiers of stored files."""

    planned: Planned
    who: Invented
    place: str
    papers: list[int]
    dice: random.Random

    @property
    def requester(self) -> Answers:
        """The questions with which nearly every form begins."""
        return {
            "requester_name": self.who.full_name,
            "requester_number": self.who.personal_number,
        }

    @property
    def person(self) -> Answers:
        """The requester as residence forms ask."""
        return {
            **self.requester,
            "requester_birth": self.who.birth_on.isoformat(),
            "requester_sex": self.who.sex,
            "requester_phone": self.who.phone,
        }

    def day(self, *, days: int) -> str:
        """So many days from the submission on."""
        return legal_day(self.planned.submitted_at + timedelta(days=days)).isoformat()

    def invent(self, sex: str, birth_on: date) -> Invented:
        """Somebody of the family, or nearly."""
        middle = "Văn" if sex == "male" else "Thị"
        return Invented(
            full_name=f"{self.dice.choice(FAMILY)} {middle} {self.dice.choice(GIVEN)}",
            sex=sex,
            birth_on=birth_on,
            personal_number=personal_number("083", sex, birth_on, 700_000 + self.planned.number),
            phone="",
        )
