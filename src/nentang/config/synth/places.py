"""Which communes are told of: some of the day, chosen by the seed."""

from datetime import date
from random import Random

from nentang.foundation.organizations.public import UnitLevel, units_on

from .registered import Place


def choose_places(communes: int, *, on: date, seed: int, province_code: str = "") -> list[Place]:
    """So many communes of that day, by code; fewer where there are not so many."""
    units = units_on(on, UnitLevel.COMMUNE, within=province_code)
    chosen = Random(f"{seed}/places").sample(units, min(communes, len(units)))  # noqa: S311 - invented people, not a secret
    return [
        Place(unit.code, unit.full_name, unit.valid_from, unit.province_code)
        for unit in sorted(chosen, key=lambda unit: unit.code)
    ]
