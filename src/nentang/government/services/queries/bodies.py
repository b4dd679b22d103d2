"""Offices that one may choose from: around where somebody lives, or where words lead."""

from collections.abc import Callable
from datetime import date
from typing import Any

from nentang.foundation.identity.public import person
from nentang.foundation.organizations.public import (
    UnitInfo,
    UnitNotFound,
    ancestors,
    organizations_for,
    search_units,
    unit_as_of,
)

MOST = 12


def bodies_to_choose(
    words: str,
    *,
    level: str,
    person_id: int,
    on: date,
    begins_at: Callable[[int], str],
    task: str | None = None,
) -> dict[str, Any]:
    """What the page shows: `words`, `bodies` each with what it lies in, and places `elsewhere` without one.

    `begins_at` gives the address at which one begins with a body; `task` names offices beside the committees. Without words: around where the person lives.
    """
    units = (
        search_units(words, on, level=level, limit=MOST)
        if words
        else _around_home(person_id, level, on)
    )
    codes = [unit.code for unit in units]
    bodies = organizations_for(codes, on)
    if task:
        bodies |= organizations_for(codes, on, task=task)
    return {
        "words": words,
        "bodies": [
            {
                "body": bodies[unit.code],
                "lies_in": unit.place.removeprefix(f"{unit.full_name}, "),
                "url": begins_at(bodies[unit.code].id),
            }
            for unit in units
            if unit.code in bodies
        ],
        "elsewhere": [unit.place for unit in units if unit.code not in bodies],
    }


def _around_home(person_id: int, level: str, on: date) -> list[UnitInfo]:
    """Where the person lives, or what it lies in; nothing where that is not known."""
    try:
        unit = unit_as_of(person(person_id).unit_code, on)
    except UnitNotFound:
        return []
    return [each for each in (unit, *ancestors(unit)) if each.level == level]
