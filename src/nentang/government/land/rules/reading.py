"""What the answers of a granted first registration say."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from nentang.government.land.enums import Origin
from nentang.kernel.frozen import Frozen

from .areas import square_metres

PROCEDURES = frozenset({"1.013978"})
USES = {"residential": "ONT", "rice": "LUC", "perennial": "CLN", "aquaculture": "NTS", "other": ""}
ORIGINS = {"allocated": Origin.ALLOCATED}
BIGGEST = 999_999
_NUMBER = re.compile(r"\d{1,6}", re.ASCII)


class Named(Frozen):
    """Somebody by name and number."""

    name: str
    number: str


class Registered(Frozen):
    """A parcel as its certificate says it; sheet and number are 0 where nobody knew them."""

    holders: tuple[Named, ...]
    place: str
    sheet: int
    number: int
    area: Decimal
    use: str
    origin: Origin
    decided_on: date | None

    @property
    def earlier(self) -> str:
        """Sheet and number as they were declared."""
        return f"{self.sheet}/{self.number}" if self.number else ""


def read_registered(answers: Mapping[str, Any], decided_on: date | None) -> Registered:
    """The parcel that a granted dossier registers."""
    holders = [Named(str(answers["requester_name"]), str(answers["requester_number"]))]
    if answers.get("with_spouse"):
        holders.append(Named(str(answers["spouse_name"]), str(answers["spouse_number"])))
    return Registered(
        holders=tuple(holders),
        place=str(answers["plot_place"]),
        sheet=_whole(answers.get("sheet_number")),
        number=_whole(answers.get("plot_number")),
        area=square_metres(Decimal(str(answers["area"]))),
        use=USES.get(str(answers.get("land_use")), ""),
        origin=ORIGINS.get(str(answers.get("origin")), Origin.RECOGNISED),
        decided_on=decided_on,
    )


def _whole(text: object) -> int:
    """The number, 0 where the text is none."""
    found = _NUMBER.fullmatch(str(text or "").strip())
    return int(found[0]) if found else 0
