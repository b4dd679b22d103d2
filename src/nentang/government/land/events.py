"""What happened to parcels: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class RightTransferred(Frozen):
    """Somebody else has the right to a parcel, or a part of it."""

    name: ClassVar[str] = "land.right_transferred"
    parcel_id: int
    code: str
    origin: str


class ParcelsRedrawn(Frozen):
    """Parcels were split or joined: the old are off the map, the new on it."""

    name: ClassVar[str] = "land.parcels_redrawn"
    old: list[str]
    new: list[str]


class MortgageChanged(Frozen):
    """A parcel was pledged, or a pledge was released."""

    name: ClassVar[str] = "land.mortgage_changed"
    parcel_id: int
    code: str
    released: bool
