"""The web server is killed while a province files: no report is lost, none is filed twice, the sum is whole."""

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from .installation import Installation

pytestmark = pytest.mark.xdist_group("robustness")
COMMUNES = 24
PATIENCE = 300.0
KILLED_AFTER = (3, 9, 15)


def test_a_server_killed_on_filing_day_loses_and_doubles_no_report(house: Installation) -> None:
    begun = house.ask("begin", of="filing", communes=COMMUNES)
    web = house.start_web()
    with ThreadPoolExecutor(6) as threads:
        filings = [
            threads.submit(_file, house.address, code, token, begun["figures"])
            for code, token in begun["tokens"].items()
        ]
        for filed in KILLED_AFTER:  # however slow the machine, every server has filed some
            while sum(each.done() for each in filings) < filed:
                time.sleep(0.02)
            house.kill(web)
            web = house.start_web()
        told = [each.result() for each in filings]

    found = house.ask("account", of="filing", codes=list(begun["tokens"]))

    assert {number for number, _refused in told} == {1}
    assert any(refused for _number, refused in told)
    assert found["versions"] == COMMUNES
    assert found["states"] == {"filed": COMMUNES}
    assert found["facts"] == COMMUNES
    assert found["events"] == COMMUNES
    assert found["households"] == str(COMMUNES * int(begun["figures"]["households"]))
    assert found["filed"] == {"commune": COMMUNES}
    assert found["audit_holds"]


def _file(address: str, code: str, token: str, figures: dict[str, str]) -> tuple[int, int]:
    """The version that was filed, and how often nobody answered; the same key every time."""
    refused, until = 0, time.monotonic() + PATIENCE
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": f"ngay-bao-cao-{code[-12:]}"}
    while time.monotonic() < until:
        try:
            answer = httpx.post(
                f"{address}/api/v1/reports/{code}/versions",
                headers={
                    **headers,
                    "Idempotency-Key": headers["Idempotency-Key"].replace(".", "-"),
                },
                json={"values": figures},
                timeout=20,
            )
        except httpx.TransportError:
            refused += 1
        else:
            if answer.status_code in (200, 201):  # 200: an answer before was lost on the way
                return int(answer.json()["number"]), refused
            assert answer.status_code in (409, 503), answer.text
            refused += 1
        time.sleep(0.15)
    raise TimeoutError(code)
