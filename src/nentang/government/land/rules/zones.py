"""VN-2000: which meridian a province's maps have, and how the plane lies to WGS84."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from nentang.government.land.errors import ZoneUnknown
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

FILE = Path(__file__).parents[1] / "law" / "zones.yaml"


class Zones(Frozen):
    """Seven parameters from VN-2000 to WGS84, and the meridian of each province in degrees."""

    shift: tuple[float, float, float]
    turn: tuple[float, float, float]
    scale: float
    by_province: Mapping[str, str]

    def meridian_of(self, province_code: str) -> str:
        """`105.75`; ZoneUnknown."""
        try:
            return self.by_province[province_code]
        except KeyError:
            raise ZoneUnknown from None

    @property
    def meridians(self) -> tuple[str, ...]:
        """All that are used, from west to east."""
        return tuple(sorted(set(self.by_province.values())))


@cache
def zones_law() -> Law[Zones]:
    """What holds on which day."""
    return load_law(FILE, _parse)


def _parse(value: Mapping[str, Any]) -> Zones:
    x, y, z = value["shift"]
    rx, ry, rz = value["turn"]
    by_province = {
        province: meridian
        for meridian, provinces in value["meridians"].items()
        for province in provinces
    }
    return Zones((x, y, z), (rx, ry, rz), value["scale"], by_province)


def meridian_words(meridian: str) -> str:
    """`105°45′`."""
    degrees, part = meridian.split(".")
    return f"{degrees}°{int(part) * 60 // 100:02d}′"
