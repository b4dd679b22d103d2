"""What invented applicants write into the forms."""

import random
from collections.abc import Callable
from datetime import date

from .matter import Answers, Matter
from .people import GIVEN, Invented
from .plan import Planned


def answers_for(planned: Planned, who: Invented, place: str, papers: list[int]) -> Answers:
    """The answers to the form of the planned procedure; `papers` are identifiers of stored files."""
    dice = random.Random(planned.number)  # noqa: S311 - a story, not a secret
    return _WRITERS.get(planned.procedure, _general)(Matter(planned, who, place, papers, dice))


def _birth(matter: Matter) -> Answers:
    who, place, dice = matter.who, matter.place, matter.dice
    born = matter.day(days=-dice.randrange(3, 45))
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
        **matter.requester,
        "relation": "mother" if is_mother else "father",
        "child_name": f"{who.full_name.split()[0]} {dice.choice(('An', 'Bình', 'Khang'))} {dice.choice(GIVEN)}",
        "child_sex": dice.choice(("male", "female")),
        "child_birth_on": born,
        "child_birth_place": f"Trạm y tế {place}",
        "child_ethnicity": "Kinh",
        "child_nationality": "Việt Nam",
        "child_home_town": place,
        **{f"mother_{name}": value for name, value in mother.items()},
        "father_known": True,
        **{f"father_{name}": value for name, value in father.items()},
        "birth_proof": matter.papers,
    }


def _death(matter: Matter) -> Answers:
    dice, sex = matter.dice, matter.dice.choice(("male", "female"))
    elder = matter.invent(sex, date(dice.randrange(1928, 1945), 5, dice.randrange(1, 29)))
    died = -dice.randrange(1, 14)
    return {
        **matter.requester,
        "requester_residence": matter.place,
        "relation": "child",
        "deceased_name": elder.full_name,
        "deceased_sex": sex,
        "deceased_birth": elder.birth_on.isoformat(),
        "deceased_number": elder.personal_number,
        "deceased_ethnicity": "Kinh",
        "deceased_nationality": "Việt Nam",
        "last_residence": matter.place,
        "died_on": matter.day(days=died),
        "died_time": f"{dice.randrange(24):02d}:{dice.randrange(60):02d}",
        "death_place": dice.choice((f"Tại nhà, {matter.place}", f"Trạm y tế {matter.place}")),
        "death_cause": dice.choice(("Già yếu", "Bệnh")),
        "proof_kind": "notice",
        "proof_issuer": f"Trạm y tế {matter.place}",
        "proof_on": matter.day(days=died),
        "death_proof": matter.papers,
    }


def _marriage(matter: Matter) -> Answers:
    who, dice = matter.who, matter.dice
    other_sex = "male" if who.sex == "female" else "female"
    partner = matter.invent(other_sex, date(dice.randrange(1960, 1999), 3, dice.randrange(1, 29)))
    woman, man = (who, partner) if who.sex == "female" else (partner, who)
    return {
        "requester_side": "woman" if who.sex == "female" else "man",
        "requester_phone": who.phone,
        **_spouse("woman", woman, matter.place),
        **_spouse("man", man, matter.place),
        "woman_was_married": False,
        "man_was_married": False,
        "same_commune": True,
        "free_will": "declared",
    }


def _spouse(side: str, who: Invented, place: str) -> Answers:
    return {
        f"{side}_name": who.full_name,
        f"{side}_birth": who.birth_on.isoformat(),
        f"{side}_number": who.personal_number,
        f"{side}_ethnicity": "Kinh",
        f"{side}_nationality": "Việt Nam",
        f"{side}_residence": place,
    }


def _status(matter: Matter) -> Answers:
    is_divorced = matter.dice.random() < 0.2
    return {
        **matter.requester,
        "relation": "self",
        "subject_name": matter.who.full_name,
        "subject_birth": matter.who.birth_on.isoformat(),
        "subject_sex": matter.who.sex,
        "subject_number": matter.who.personal_number,
        "subject_ethnicity": "Kinh",
        "subject_nationality": "Việt Nam",
        "subject_residence": matter.place,
        "lived_elsewhere": False,
        "status": "divorced" if is_divorced else "never",
        "decision_number": f"{matter.planned.number}/2018/QĐST-HNGĐ",
        "decision_on": "2018-06-15",
        "court": "Tòa án nhân dân huyện Mẫu",
        "divorce_proof": matter.papers,
        "use": "property",
    }


def _permanent(matter: Matter) -> Answers:
    return {
        **matter.person,
        "old_residence": "Ấp Cũ, xã Mẫu, tỉnh Mẫu",
        "new_residence": f"Ấp Nháp, {matter.place}",
        "basis": "own",
        "is_head": True,
        **_along(matter),
        "home_proof": matter.papers,
    }


def _temporary(matter: Matter) -> Answers:
    landlord = matter.invent("female", date(1970, 1, 9))
    return {
        **matter.person,
        "permanent_residence": "Ấp Cũ, xã Mẫu, tỉnh Mẫu",
        "stay_residence": f"Phòng {matter.planned.number % 40 + 1}, nhà trọ Tạm, {matter.place}",
        "basis": "rented",
        "reason": matter.dice.choice(("work", "study")),
        "stay_until": matter.day(days=matter.dice.randrange(90, 700)),
        "is_head": False,
        "head_name": landlord.full_name,
        "head_number": landlord.personal_number,
        "head_relation": "lodger",
        "with_members": False,
        "home_proof": matter.papers,
    }


def _along(matter: Matter) -> Answers:
    child = matter.invent("male", date(2012, 9, 1))
    member = {
        "member_name": child.full_name,
        "member_birth": child.birth_on.isoformat(),
        "member_number": child.personal_number,
        "member_relation": "Con",
    }
    return {"with_members": True, "members": [member]}


def _copies(matter: Matter) -> Answers:
    named = matter.dice.choice(("Bằng tốt nghiệp", "Hợp đồng thuê nhà", "Giấy khai sinh"))
    pages = matter.dice.choice((1, 1, 2, 6))
    return {
        **matter.requester,
        "requester_phone": matter.who.phone,
        "originals": [
            {"original_name": named, "pages": pages, "copies": matter.planned.copies},
        ],
        "visit_on": matter.day(days=0),
    }


def _extract(matter: Matter) -> Answers:
    return {
        **matter.requester,
        "relation": "self",
        "record_kind": "birth",
        "subject_name": matter.who.full_name,
        "subject_birth": matter.who.birth_on.isoformat(),
        "copies": matter.planned.copies,
    }


def _business(matter: Matter) -> Answers:
    return {
        "owner_name": matter.who.full_name,
        "owner_number": matter.who.personal_number,
        "owner_phone": matter.who.phone,
        "owner_residence": matter.place,
        "business_name": f"Quán Nháp số {matter.planned.number}",
        "business_place": matter.place,
        "starts_on": matter.day(days=14),
        "capital": 30_000_000,
        "workers": 2,
        "trades": [{"trade": "Bán nước giải khát", "conditional": False}],
        "founded_by_household": False,
    }


def _general(matter: Matter) -> Answers:
    return {
        **matter.requester,
        "requester_phone": matter.who.phone,
        "request": "Đề nghị giải quyết theo quy định. Đây là nội dung thử nghiệm.",
    }


_WRITERS: dict[str, Callable[[Matter], Answers]] = {
    "1.001193": _birth,
    "2.000635": _extract,
    "1.001612": _business,
    "1.000656": _death,
    "1.000894": _marriage,
    "1.004873": _status,
    "1.004222": _permanent,
    "1.004194": _temporary,
    "2.000815": _copies,
}
