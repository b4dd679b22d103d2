"""Tables and maps of parcels: CSV, GeoJSON, WGS84 and VN-2000; what is wrong is said of its line."""

import io
import json
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.models import ImportRun
from nentang.foundation.registers.public import start_import, version_on
from nentang.foundation.registers.rules.tables import rows_in
from nentang.foundation.registers.rules.unreadable import TableUnreadable
from nentang.government.land.adapters.vn2000 import to_vn2000
from nentang.government.land.models import Certificate, Parcel, Plot
from nentang.government.land.queries import holders_on, shape_on
from tests.government.population.factories import Commune, make_commune

from .factories import TODAY, square

HEAD = (
    "unit_code,sheet,number,area,use,address_line,shape,meridian,holder_number,holder_name,serial\n"
)


@pytest.fixture
def commune(at: datetime) -> Commune:
    return make_commune(at=at)


def _take(commune: Commune, content: str, at: datetime) -> ImportRun:
    run = start_import(
        register="land",
        content=content.encode(),
        filename="dat.csv",
        organization_id=commune.body.pk,
        actor=commune.registrar,
        at=at,
    )
    run_until_quiet(at=at)
    run.refresh_from_db()
    return run


@pytest.mark.django_db
class TestTables:
    def test_a_table_with_faults_says_which(self, commune: Commune, at: datetime) -> None:
        run = _take(
            commune,
            HEAD
            + f'98001,7,1,"400,0",ONT,Thôn Nháp,"{square().wkt}",,083187000001,Lê Thị Mẫu,BC 100001\n'
            + f'98001,7,2,"400,0",ONT,Thôn Nháp,"{square(5).wkt}",,,,\n'
            + '98001,7,3,"9,0",XXX,,,,,,\n'
            + '98001,0,4,"9,0",,,,,,,\n'
            + '98001,7,5,"NaN",,,,,,,\n'
            + '98001,7,6,"9,0",,,"POLYGON ((1 2, 3 4, 5 6))",,,,\n'
            + '98001,7,7,"9,0",,,,,083x87000002,Bùi Văn Thử,\n'
            + '98001,7,1,"400,0",ONT,,,,,,\n',
            at,
        )
        codes = {each.line: each.code for each in run.faults.all()}
        assert codes == {
            3: "land.shape_overlaps",
            4: "land.land_use_unknown",
            5: "registers.cell_unreadable",
            6: "registers.cell_unreadable",
            7: "land.shape_invalid",
            8: "kernel.invalid_identifier",
        }
        made = Parcel.objects.get()
        paper = version_on(Certificate, made, on=TODAY)
        assert paper is not None
        assert paper.serial == "BC 100001"
        assert len(holders_on(made, TODAY)) == 1

    def test_a_map_is_taken_in(self, commune: Commune, at: datetime) -> None:
        features = [
            {
                "type": "Feature",
                "properties": {
                    "unit_code": "98001",
                    "sheet": 7,
                    "number": number,
                    "area": 400.0,
                    "use": "ONT",
                },
                "geometry": square(number * 20).geojson,
            }
            for number in range(1, 4)
        ]
        run = _take(commune, json.dumps({"type": "FeatureCollection", "features": features}), at)
        assert (run.done, run.failed) == (3, 0)
        made = Parcel.objects.get(code="98001-7-2")
        assert shape_on(made, TODAY) == square(40)

    def test_corners_may_be_those_of_the_country(self, commune: Commune, at: datetime) -> None:
        [ring] = to_vn2000(square(), "105.00", TODAY)
        corners = ", ".join(f"{x} {y}" for x, y in [*ring, ring[0]])
        run = _take(
            commune,
            HEAD + f'98001,7,1,"400,0",ONT,,"POLYGON (({corners}))",105.00,,,\n',
            at,
        )
        assert run.failed == 0
        plot = version_on(Plot, Parcel.objects.get(), on=TODAY)
        assert plot is not None
        assert plot.area == Decimal("400.0")


@pytest.mark.parametrize(
    "loaded",
    [
        {"type": "Feature"},
        {"type": "FeatureCollection", "features": 3},
        {"type": "FeatureCollection", "features": [1]},
        {"type": "FeatureCollection", "features": []},
    ],
)
def test_what_is_no_map_is_refused(loaded: Any) -> None:
    with pytest.raises(TableUnreadable):
        list(rows_in(io.StringIO(json.dumps(loaded)), ["number"], []))
