"""SDMX-CSV 2.0 of sums and reports: read and written by a library nobody here wrote, taken in with suspicion."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pysdmx.io import get_datasets, read_sdmx
from pysdmx.io.csv.sdmx20.writer import write
from pytest_django import Settings

from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.measure.reporting.adapters.sdmx import structure_message
from nentang.measure.reporting.adapters.sdmx_csv import csv_message, taken_csv
from nentang.measure.reporting.errors import (
    WorkbookBroken,
    WorkbookForeign,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from nentang.measure.reporting.rules.periods import period_named
from nentang.measure.reporting.rules.regimes import Regime
from tests.government.services.factories import sign_in

from .factories import BEFORE_DUE, CLOSED, filed, filled, make_land, opened, report_of, settle
from .test_sdmx import KEYS, REGIMES, areas

by_regime = pytest.mark.parametrize("regime", REGIMES, ids=lambda regime: regime.code)
KTXH = next(regime for regime in REGIMES if regime.short == "KTXH")
MONTH = period_named(KTXH.period, "2020-12", KTXH.closing_day)
HEAD = "STRUCTURE,STRUCTURE_ID,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE"
LINE = "datastructure,NENTANG:KTXH(1.0),M,98001,households,2020-12,7"


def message(regime: Regime) -> bytes:
    period = period_named(regime.period, KEYS[regime.period.value], regime.closing_day)
    return csv_message(regime, period, areas(regime))


@by_regime
def test_another_library_reads_every_observation(regime: Regime, tmp_path: Path) -> None:
    file = tmp_path / "so-lieu.csv"
    file.write_bytes(message(regime))

    (data,) = read_sdmx(file, validate=True).data

    rows = data.data.to_dict("records")
    assert str(data.structure).endswith(f"DataStructure=NENTANG:{regime.short}(1.0)")
    assert {row["INDICATOR"] for row in rows} == {cell.id for cell in regime.cells}
    assert {(row["REF_AREA"], row["TIME_PERIOD"], row["OBS_STATUS"]) for row in rows} == {
        ("98", KEYS[regime.period.value], "L")
    }
    assert {Decimal(row["OBS_VALUE"]) for row in rows} == {Decimal("12.5")}


@by_regime
def test_what_another_library_writes_by_our_structure_is_taken_in(
    regime: Regime, tmp_path: Path
) -> None:
    first, second, structure = (tmp_path / name for name in ("mot.csv", "hai.csv", "dsd.xml"))
    first.write_bytes(message(regime))
    structure.write_bytes(structure_message(regime, areas(regime), at=CLOSED))
    write(get_datasets(first, structure), output_path=second)
    period = period_named(regime.period, KEYS[regime.period.value], regime.closing_day)

    typed = taken_csv(second.read_bytes(), regime, period, ["98"])

    assert typed == {cell.id: "12,5" for cell in regime.cells if cell.is_typed}


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", WorkbookUnreadable),
        (b"\xff\xfe", WorkbookUnreadable),
        (b"x" * (300 * 1024 + 1), WorkbookTooLarge),
        (HEAD.encode(), WorkbookUnreadable),
        (f"{HEAD}\n{LINE},8".encode(), WorkbookUnreadable),
        (f"{HEAD}\n{LINE[:-2]}".encode(), WorkbookUnreadable),
        (b"REF_AREA,OBS_VALUE\n98001,7", WorkbookUnreadable),
        ("\n".join([HEAD, *[LINE] * 1001]).encode(), WorkbookUnreadable),
        (f"{HEAD}\n{LINE}".replace("98001", "98002").encode(), WorkbookForeign),
        (f"{HEAD}\n{LINE}".replace("2020-12", "2020-11").encode(), WorkbookForeign),
        (f"{HEAD}\n{LINE}".replace("KTXH", "TTHC").encode(), WorkbookForeign),
        (f"{HEAD}\n{LINE}\n{LINE.replace('98001', '98')}".encode(), WorkbookForeign),
        (f"{HEAD}\n{LINE}\n{LINE}".encode(), WorkbookBroken),
        (f"{HEAD}\n{LINE}".replace("households", "tien").encode(), WorkbookBroken),
    ],
)
def test_what_does_not_fit_is_refused(content: bytes, refusal: type[DomainError]) -> None:
    with pytest.raises(refusal):
        taken_csv(content, KTXH, MONTH, ["98001", "98"] if b"98,hou" in content else ["98001"])


@pytest.mark.django_db
def test_a_report_goes_out_and_comes_back_as_the_draft(settings: Settings) -> None:
    settings.DEMO = True
    clock.use(lambda: BEFORE_DUE)
    land = make_land(at=CLOSED)
    opened(land)
    report = filled(land.commune)
    clerk, address = sign_in(land.commune.clerk), f"/bao-cao/{report.code}/"

    content = clerk.get(f"{address}bieu-mau.xlsx", {"dang": "sdmx-csv"}).content
    sent = {
        "tep": SimpleUploadedFile("so.csv", content.replace(b",1200.5,", b",1300.25,")),
        "draft_version": str(report.draft_version),
    }
    assert clerk.post(f"{address}nap-tep/", sent).status_code == 302

    assert report_of(land.commune).values == {**report.values, "budget_revenue": "1300.25"}


@pytest.mark.django_db
def test_the_sum_of_a_unit_goes_out(settings: Settings, tmp_path: Path) -> None:
    settings.DEMO = True
    clock.use(lambda: BEFORE_DUE)
    land = make_land(at=CLOSED)
    opened(land)
    filed(land.commune)
    settle(BEFORE_DUE)
    words = {"che-do": "socio_economic", "ky": "2020-12", "don-vi": "981", "dang": "sdmx-csv"}

    answer = sign_in(land.district.leader).get("/bao-cao/tong-hop/tai/", words)

    file = tmp_path / "tong-hop.csv"
    file.write_bytes(answer.content)
    assert answer["Content-Type"].startswith("application/vnd.sdmx.data+csv; version=2.0.0")
    (data,) = read_sdmx(file, validate=True).data
    found = {(r["REF_AREA"], r["INDICATOR"]): r["OBS_VALUE"] for r in data.data.to_dict("records")}
    assert Decimal(found["981", "households"]) == 1000
