"""What the answers of residence procedures say, in the register's words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from nentang.kernel.frozen import Frozen

RELATIONS = {
    "spouse": "spouse",
    "child": "child",
    "parent": "parent",
    "sibling": "sibling",
    "relative": "other",
    "lodger": "other",
}
REGISTRATION, REMOVAL, STAY = "1.004222", "1.003197", "1.004194"
PROCEDURES = frozenset({REGISTRATION, REMOVAL, STAY})


class Mover(Frozen):
    """Somebody who moves; `birth` is a day or, where only that is known, a year."""

    number: str
    full_name: str
    birth: str
    relation: str


class Move(Frozen):
    """A registered permanent residence: who moves where, into whose household."""

    movers: Sequence[Mover]
    address_line: str
    head_number: str


class Removal(Frozen):
    """Whose residence is struck off, and the last day on which it held."""

    number: str
    last_on: date


class Stay(Frozen):
    """A registered temporary residence."""

    mover: Mover
    address_line: str
    host_name: str
    until: date


def read_move(answers: Mapping[str, Any]) -> Move:
    """The move that a granted registration of permanent residence says."""
    is_head = bool(answers.get("is_head"))
    own = Mover(
        number=str(answers["requester_number"]),
        full_name=str(answers["requester_name"]),
        birth=str(answers["requester_birth"]),
        relation="head" if is_head else RELATIONS.get(str(answers.get("head_relation")), "other"),
    )
    others = [
        Mover(
            number=str(each["member_number"]),
            full_name=str(each["member_name"]),
            birth=str(each["member_birth"]),
            relation="other",
        )
        for each in answers.get("members") or ()
        if answers.get("with_members")
    ]
    return Move(
        movers=[own, *others],
        address_line=str(answers["new_residence"]),
        head_number=own.number if is_head else str(answers.get("head_number", "")),
    )


def read_removal(answers: Mapping[str, Any], decided_on: date) -> Removal | None:
    """Whose residence a granted removal strikes off; None where the papers name no number."""
    number = str(answers.get("removed_number") or "")
    died_on = str(answers.get("died_on") or "")
    last_on = date.fromisoformat(died_on) if died_on else decided_on
    return Removal(number, last_on) if number else None


def read_stay(answers: Mapping[str, Any]) -> Stay:
    """The stay that a granted registration of temporary residence says."""
    return Stay(
        mover=Mover(
            number=str(answers["requester_number"]),
            full_name=str(answers["requester_name"]),
            birth=str(answers["requester_birth"]),
            relation="",
        ),
        address_line=str(answers["stay_residence"]),
        host_name=str(answers.get("head_name") or ""),
        until=date.fromisoformat(str(answers["stay_until"])),
    )


def birth_of(mover: Mover) -> tuple[date | None, int]:
    """Day and year; the day is None where only the year is known."""
    if len(mover.birth) == 4:
        return None, int(mover.birth)
    day = date.fromisoformat(mover.birth)
    return day, day.year
