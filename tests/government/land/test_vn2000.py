"""VN-2000: there and back within a millimetre, and as another implementation has it."""

import math
from datetime import date

import pyproj
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nentang.government.land.adapters import vn2000
from nentang.government.land.errors import ProjectionMissing, ZoneUnknown
from nentang.government.land.rules.shapes import shape_of
from nentang.government.land.rules.zones import meridian_words, zones_law

from .factories import TODAY, square

EPSG = {"105.00": 5897, "105.75": 9210, "107.75": 5899, "104.75": 9208, "108.25": 9217}


@given(
    st.sampled_from(sorted(zones_law().in_force(on=TODAY).meridians)),
    st.floats(-0.9, 1.4),
    st.floats(8.7, 23.2),
)
def test_there_and_back_is_within_a_millimetre(
    meridian: str, beside: float, latitude: float
) -> None:
    longitude = float(meridian) + beside
    corners = [
        (longitude, latitude),
        (longitude + 0.001, latitude),
        (longitude, latitude + 0.001),
    ]
    shape = shape_of([corners])
    back = vn2000.from_vn2000(vn2000.to_vn2000(shape, meridian, TODAY), meridian, TODAY)
    for corner in shape.outer:
        assert min(math.dist(corner, each) for each in back.outer) * 111_320 < 0.001


@pytest.mark.parametrize(("meridian", "epsg"), EPSG.items())
def test_it_agrees_with_the_registry_of_reference_systems(meridian: str, epsg: int) -> None:
    longitude = float(meridian) + 0.3
    theirs = pyproj.transformer.TransformerGroup(epsg, 4326, always_xy=True)
    [general] = [each for each in theirs.transformers if "-191.90441429" in each.definition]
    east, north = general.transform(longitude, 20.5, direction="INVERSE")
    ours = vn2000.point_from_vn2000((east, north), meridian, TODAY)
    assert math.dist(ours, (longitude, 20.5)) * 111_320 < 0.001


def test_a_province_has_its_meridian() -> None:
    law = zones_law()
    assert law.in_force(on=TODAY).meridian_of("37") == "105.00"
    assert law.in_force(on=TODAY).meridian_of("83") == "105.75"
    assert len(law.in_force(on=TODAY).by_province) == 63
    with pytest.raises(ZoneUnknown):
        law.in_force(on=date(2026, 1, 1)).meridian_of("37")
    assert meridian_words("105.75") == "105°45′"


def test_a_meridian_that_no_map_has_is_refused() -> None:
    with pytest.raises(ZoneUnknown):
        vn2000.to_vn2000(square(), "99.00", TODAY)


def test_without_the_library_the_refusal_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    import builtins

    real = builtins.__import__

    def without(name: str, *others: object, **more: object) -> object:
        if name == "pyproj":
            raise ImportError(name)
        return real(name, *others, **more)  # type: ignore[arg-type]

    vn2000._pyproj.cache_clear()
    vn2000._pipeline.cache_clear()
    monkeypatch.setattr(builtins, "__import__", without)
    assert not vn2000.is_projection_here()
    with pytest.raises(ProjectionMissing, match="WGS84"):
        vn2000.to_vn2000(square(), "105.00", TODAY)
