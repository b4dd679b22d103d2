"""What the dashboard tells."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class BriefingPackOrdered(Frozen):
    """Somebody ordered a pack of a unit and a day."""

    name: ClassVar[str] = "dashboard.briefing_pack_ordered"
    code: str
    unit_code: str


class BriefingPackMade(Frozen):
    """The pack is there."""

    name: ClassVar[str] = "dashboard.briefing_pack_made"
    code: str
    unit_code: str
