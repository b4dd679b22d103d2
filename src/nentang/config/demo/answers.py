"""What invented applicants write into the forms."""

import random
from datetime import datetime, timedelta
from typing import Any

from .people import GIVEN, Invented
from .plan import Planned


def answers_for(planned: Planned, who: Invented, place: str, papers: list[int]) -> dict[str, Any]:
    """The answers to the form of the planned procedure; `papers` are identifiers of stored files."""
    write = {
        "1.001193": _birth,
        "2.000635": _extract,
        "1.001612": _business,
    }.get(planned.procedure, _general)
    requester = {"requester_name": who.full_name, "requester_number": who.personal_number}
    return write(planned, who, place, papers, requester)


def _birth(
    planned: Planned, who: Invented, place: str, papers: list[int], requester: dict[str, Any]
) -> dict[str, Any]:
    dice = random.Random(planned.number)  # noqa: S311 - a story, not a secret
    born = planned.submitted_at - timedelta(days=dice.randrange(3, 45))
    is_mother = who.sex == "female"
    parent = {
        "name": who.full_name,
        "birth": who.birth_on.isoformat(),
        "ethnicity": "Kinh",
        "nationality": "Việt Nam",
        "residence": place,
    }
    other = parent | {
        "name": f"{dice.choice(('Lê', 'Vũ', 'Đỗ'))} {dice.choice(GIVEN)}",
        "birth": "1992",
    }
    mother, father = (parent, other) if is_mother else (other, parent)
    return {
        **requester,
        "relation": "mother" if is_mother else "father",
        "child_name": f"{who.full_name.split()[0]} {dice.choice(('An', 'Bình', 'Khang'))} {dice.choice(GIVEN)}",
        "child_sex": dice.choice(("male", "female")),
        "child_birth_on": _day(born),
        "child_birth_place": f"Trạm y tế {place}",
        "child_ethnicity": "Kinh",
        "child_nationality": "Việt Nam",
        "child_home_town": place,
        **{f"mother_{name}": value for name, value in mother.items()},
        "father_known": True,
        **{f"father_{name}": value for name, value in father.items()},
        "birth_proof": papers,
    }


def _extract(
    planned: Planned, who: Invented, place: str, papers: list[int], requester: dict[str, Any]
) -> dict[str, Any]:
    return {
        **requester,
        "relation": "self",
        "record_kind": "birth",
        "subject_name": who.full_name,
        "subject_birth": who.birth_on.isoformat(),
        "copies": planned.copies,
    }


def _business(
    planned: Planned, who: Invented, place: str, papers: list[int], requester: dict[str, Any]
) -> dict[str, Any]:
    return {
        "owner_name": who.full_name,
        "owner_number": who.personal_number,
        "owner_phone": who.phone,
        "owner_residence": place,
        "business_name": f"Quán Nháp số {planned.number}",
        "business_place": place,
        "starts_on": _day(planned.submitted_at + timedelta(days=14)),
        "capital": 30_000_000,
        "workers": 2,
        "trades": [{"trade": "Bán nước giải khát", "conditional": False}],
        "founded_by_household": False,
    }


def _general(
    planned: Planned, who: Invented, place: str, papers: list[int], requester: dict[str, Any]
) -> dict[str, Any]:
    return {
        **requester,
        "requester_phone": who.phone,
        "request": "Đề nghị giải quyết theo quy định. Đây là nội dung thử nghiệm.",
    }


def _day(at: datetime) -> str:
    return at.date().isoformat()
