"""What other statistical systems get, read by a library nobody here wrote and held against the official schemas."""

from decimal import Decimal
from io import BytesIO

import pytest
from pysdmx.io import read_sdmx
from pysdmx.io.format import Format
from pysdmx.io.input_processor import process_string_to_read

from nentang.measure.reporting.adapters.sdmx import Area, data_message, structure_message
from nentang.measure.reporting.rules.periods import period_named
from nentang.measure.reporting.rules.regimes import Regime, regime_laws
from tests.measure.reporting.factories import CLOSED

KEYS = {"month": "2020-12", "quarter": "2020-Q4", "year": "2020"}
REGIMES = [law.rules[0].value for law in regime_laws().values() if law.rules[0].value.is_connected]


def areas(regime: Regime) -> list[Area]:
    values = {cell.id: Decimal("12.5") for cell in regime.cells}
    return [Area("98", "Tỉnh Mẫu", values, False), Area("981", "Huyện <Mẫu> & Thử", {}, True)]


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.code)
def test_the_structure_is_what_the_standard_says(regime: Regime) -> None:
    message = read_sdmx(BytesIO(structure_message(regime, areas(regime), at=CLOSED)), validate=True)

    (definition,) = message.get_data_structure_definitions()
    assert [each.id for each in definition.components.dimensions] == [
        "FREQ",
        "REF_AREA",
        "INDICATOR",
        "TIME_PERIOD",
    ]
    codes = {each.id: {code.id for code in each.items} for each in message.get_codelists()}
    assert codes[f"CL_{regime.short}"] == {cell.id for cell in regime.cells}
    assert codes["CL_REF_AREA"] == {"98", "981"}


@pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.code)
def test_the_data_are_read_with_every_observation(regime: Regime) -> None:
    period = period_named(regime.period, KEYS[regime.period.value], regime.closing_day)

    content = data_message(regime, period, areas(regime), at=CLOSED)
    message = read_sdmx(BytesIO(content), validate=True)

    (data,) = message.data
    rows = data.data.to_dict("records")
    assert {row["INDICATOR"] for row in rows} == {cell.id for cell in regime.cells}
    assert {(row["REF_AREA"], row["TIME_PERIOD"], row["OBS_STATUS"]) for row in rows} == {
        ("98", period.key, "L")
    }
    assert {Decimal(str(row["OBS_VALUE"])) for row in rows} == {Decimal("12.5")}


def test_it_is_known_for_what_it_is() -> None:
    found = process_string_to_read(
        data_message(
            REGIMES[0],
            period_named(REGIMES[0].period, KEYS[REGIMES[0].period.value], 14),
            [],
            at=CLOSED,
        ).decode()
    )

    assert found[1] is Format.DATA_SDMX_ML_2_1_STR
