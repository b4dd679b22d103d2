"""How a model declares its personal data: why a field is held and for how long.

Every model says `PERSONAL_DATA = {"field": PersonalField(...)}`, an empty table where it holds none.
"""

from nentang.kernel.frozen import Frozen


class PersonalField(Frozen):
    """Why a field is held and for how long after the matter is closed (None: as the law keeps it for ever)."""

    purpose: str
    legal_basis: str
    keep_days: int | None


NO_PERSONAL_DATA: dict[str, PersonalField] = {}
