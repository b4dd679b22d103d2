"""Pages of the index: what everybody reads, and the desk."""

from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from nentang.agreements.actor import SYSTEM
from nentang.foundation.facts.public import record_fact
from nentang.government.services.public import DOSSIER_SUBMITTED
from nentang.kernel import clock
from nentang.measure.index import actions
from nentang.measure.index.models import Round, Sheet
from nentang.measure.indicators.public import compute_indicators
from tests.foundation.organizations.factories import make_unit
from tests.government.catalogue.factories import make_ministry
from tests.government.services.factories import PIXEL, make_office, sign_in

from .factories import (
    FAMILY,
    HEAD,
    ONLINE,
    Parties,
    answer,
    make_parties,
    make_round,
    proposed,
    sheet_in,
    submitted,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def parties(at: datetime, settings: Settings) -> Parties:
    clock.use(lambda: at)
    settings.DEMO = True
    return make_parties(make_office(at=at).body, make_ministry(at=at, code="G14").body, at=at)


def count_dossiers(at: datetime, online: int, counter: int, *, unit_code: str = "98001") -> None:
    for channel, times in (("online", online), ("counter", counter)):
        for _dossier in range(times):
            record_fact(
                DOSSIER_SUBMITTED,
                at=at,
                organization_id=1,
                unit_code=unit_code,
                procedure="1.001193",
                channel=channel,
                level="commune",
                at_highest_level=False,
                fee=0,
            )
    compute_indicators(actor=SYSTEM, at=at)


def test_the_ranking_shows_what_was_counted_and_how_much_of_the_whole_that_is(parties: Parties, at: datetime) -> None:  # fmt: skip
    count_dossiers(at, 3, 1)
    page = Client().get("/chi-so-dti/?nam=2020").content.decode()

    assert "Tỉnh Mẫu" in page
    assert "0,7500" in page
    assert "chưa đối chiếu với văn bản gốc" in page


def test_every_number_of_a_unit_opens_to_its_facts(parties: Parties, at: datetime) -> None:
    count_dossiers(at, 3, 1)
    page = Client().get("/chi-so-dti/noi/98/?nam=2020").content.decode()

    assert "/dieu-hanh/du-kien/?don-vi=98&amp;chi-so=services.online&amp;nam=2020" in page
    assert "3 trên 4" in page


def test_a_unit_that_never_was_is_not_found(parties: Parties) -> None:
    assert Client().get("/chi-so-dti/noi/00/").status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "?khung=service_index",
        "?khung=nine_criteria&trong=98",
        "?khung=egdi",
        "?nam=9999&theo=1&trong=98",
        "?nam=2020-2&theo=2022",
        "so-sanh/",
        "so-sanh/?noi=98&noi=981",
        "noi/98/tung-nam/",
        "noi/981/?nam=2020-2",
        "cach-tinh/",
        "cach-tinh/?khung=gci",
        "cach-tinh/?khung=dti_ministry",
        "bang.csv",
    ],
)
def test_every_page_stands(parties: Parties, at: datetime, address: str) -> None:
    count_dossiers(at, 3, 1)

    assert Client().get(f"/chi-so-dti/{address}").status_code == 200


def test_six_units_are_too_many_to_compare(parties: Parties) -> None:
    words = "&".join(f"noi={n}" for n in range(6))

    assert Client().get(f"/chi-so-dti/so-sanh/?{words}").status_code == 422


def test_the_claim_stands_beside_what_was_counted_once_it_is_published(parties: Parties, at: datetime) -> None:  # fmt: skip
    count_dossiers(at, 3, 1)
    found = proposed(parties, at=at)
    before = Client().get("/chi-so-dti/noi/98001/?nam=2020").content.decode()
    actions.publish_results(round_id=found.pk, actor=parties.publisher, at=at)
    after = Client().get("/chi-so-dti/noi/98001/?nam=2020").content.decode()

    assert "Tự khai" not in before
    assert "Tự khai" in after
    assert "bản 1, hạng 1 trong đợt" in after


def test_a_claim_far_above_the_facts_is_pointed_at(parties: Parties, at: datetime) -> None:
    count_dossiers(at, 300, 700)
    sheet = sheet_in(make_round(parties, at=at))
    answer(parties, sheet, ONLINE, "0.9", at=at, files=0)
    actions.submit_sheet(sheet_code=sheet.code, actor=parties.reporter, at=at)
    page = sign_in(parties.appraiser).get(f"/chi-so-dti/phieu/{sheet.code}/").content.decode()

    assert "Khai cao hơn số đếm được ở 1 tiêu chí, chênh nhiều nhất 0,60" in page


def test_a_reporter_answers_and_submits_in_the_browser(parties: Parties, at: datetime) -> None:
    sheet = sheet_in(make_round(parties, at=at))
    client = sign_in(parties.reporter)
    here = f"/chi-so-dti/phieu/{sheet.code}/"
    said = client.post(
        f"{here}tra-loi/",
        {"criterion": HEAD, "claimed": "Chủ tịch", "file": SimpleUploadedFile("a.png", PIXEL)},
    )
    wrong = client.post(f"{here}tra-loi/", {"criterion": HEAD, "claimed": "Vua"})
    sent = client.post(f"{here}gui/")

    assert said.status_code == 302
    assert wrong.status_code == 422
    assert "Câu trả lời chưa đúng dạng" in wrong.content.decode()
    assert sent.status_code == 302
    assert Sheet.objects.get().case.state == "appraising"


def test_an_appraiser_asks_and_concludes_and_a_publisher_publishes(parties: Parties, at: datetime) -> None:  # fmt: skip
    sheet = submitted(parties, at=at)
    here = f"/chi-so-dti/phieu/{sheet.code}/"
    there = f"/chi-so-dti/dot/{sheet.round_id}/"
    appraiser, reporter = sign_in(parties.appraiser), sign_in(parties.reporter)
    publisher = sign_in(parties.publisher)

    assert appraiser.post(f"{here}hoi/", {f"hoi:{HEAD}": "Số mấy?"}).status_code == 302
    assert reporter.post(f"{here}giai-trinh/", {f"giai-trinh:{HEAD}": "12"}).status_code == 302
    assert appraiser.post(f"{here}tham-dinh/", {f"diem:{HEAD}": "Chủ tịch"}).status_code == 302
    assert appraiser.post(f"{there}de-nghi/", {"reason": "Lần đầu"}).status_code == 302
    assert appraiser.post(f"{there}cong-bo/").status_code == 403
    assert publisher.post(f"{there}cong-bo/").status_code == 302
    assert Round.objects.get().publications.get().published_at == at
    assert publisher.get(there).status_code == 200
    assert appraiser.get("/chi-so-dti/phieu/").status_code == 200


def test_a_publisher_opens_a_round_in_the_browser(parties: Parties, at: datetime) -> None:
    client = sign_in(parties.publisher)
    words = {
        "family": FAMILY,
        "year": "2020",
        "body": str(parties.judge.pk),
        "asked": str(parties.body.pk),
        "answer_by": "2020-12-30",
    }
    wrong = client.post("/chi-so-dti/dot/mo/", words | {"answer_by": "hôm qua"})
    right = client.post("/chi-so-dti/dot/mo/", words)

    assert client.get("/chi-so-dti/dot/mo/").status_code == 200
    assert wrong.status_code == 422
    assert right.status_code == 302
    assert Sheet.objects.get().organization == parties.body


def test_the_ranking_is_paged_json(parties: Parties, at: datetime) -> None:
    count_dossiers(at, 3, 1)
    found = Client().get("/api/v1/index/rankings?span=2020").json()
    frameworks = Client().get("/api/v1/index/frameworks").json()

    assert [unit["computed"] for unit in found["units"]] == [0.75]
    assert found["next_after"] is None
    assert {each["first_year"] for each in frameworks if each["family"] == FAMILY} == {2020, 2022, 2025}  # fmt: skip


def test_ranks_follow_the_scores_and_lie_in_their_intervals(parties: Parties, at: datetime) -> None:
    make_unit("99", "Tỉnh Thử")
    count_dossiers(at, 3, 1)
    count_dossiers(at, 1, 3, unit_code="99")
    found = Client().get("/api/v1/index/rankings?span=2020").json()["units"]

    assert [(unit["unit_code"], unit["rank"]) for unit in found] == [("98", 1), ("99", 2)]
    assert all(unit["rank_low"] <= unit["rank"] <= unit["rank_high"] for unit in found)
