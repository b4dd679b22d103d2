"""GeoJSON: the shape of a parcel for officers of the bodies that keep it."""

from datetime import date
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public.api_auth import ApiAuth
from nentang.foundation.registers.public import open_record
from nentang.kernel import clock

from .errors import ShapeMissing
from .models import Parcel
from .queries import shape_on
from .schemas import Feature

router = Router()
read = ApiAuth("registers:read")
Code = Annotated[str, Path(pattern=r"^[0-9A-Za-z\-]{1,40}$")]


@router.get("/land/parcels/{code}/shape", auth=read, response=Feature, summary="Shape of a parcel")
def show_shape(
    request: HttpRequest,
    code: Code,
    purpose: Annotated[str, Query(min_length=3, max_length=200)],
    on: date | None = None,
) -> dict[str, Any]:
    """The parcel on a day as a feature of GeoJSON, in WGS84; the look is written down."""
    now = clock.now()
    actor: Actor = request.auth  # type: ignore[attr-defined] # set by ninja
    record = open_record(register="land", code=code, purpose=purpose, actor=actor, at=now)
    assert isinstance(record, Parcel)  # noqa: S101 - the register keeps nothing else
    shape = shape_on(record, on or clock.legal_day(now))
    if shape is None:
        raise ShapeMissing
    return {
        "type": "Feature",
        "geometry": shape.geojson,
        "properties": {
            "code": record.code,
            "unit_code": record.unit_code,
            "sheet": record.sheet,
            "number": record.number,
        },
    }
