"""One screen says what is on track, what is not, where from, and who answers for it."""

import re
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nentang.foundation.organizations.public import Unit
from nentang.kernel import clock
from nentang.measure.dashboard.queries import Shown, board_of, choice_of
from nentang.measure.reporting import actions as reporting
from tests.foundation.organizations.factories import make_unit
from tests.measure.dashboard.factories import BIRTH, DEATH, computed, finished
from tests.measure.reporting.factories import AFTER_DUE, CLOSED, filed, make_land

pytestmark = pytest.mark.django_db
ON_TIME = "Hồ sơ giải quyết đúng hẹn"


@pytest.fixture
def at() -> datetime:
    clock.use(lambda: AFTER_DUE)
    return AFTER_DUE


def found(title: str, unit_code: str, at: datetime) -> Shown:
    board = board_of(choice_of({"don-vi": unit_code}, at))
    every = (*board.worst, *board.on, *board.unknown)
    return next(each for each in every if each.finding.title == title)


def page(client: Client, path: str = "/tong-quan/", **words: str) -> str:
    response = client.get(path, {name.replace("_", "-"): each for name, each in words.items()})
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.content.decode())


def test_what_places_add_is_told_by_place_with_who_answers_and_adds_up(at: datetime) -> None:
    make_land(at=CLOSED)
    finished("98001", at=at, late=5, in_time=5)
    finished("98002", at=at, late=2, in_time=8)
    finished("98003", at=at, in_time=10)
    computed(at)

    each = found(ON_TIME, "981", at)

    assert each.word == "Chưa đạt"
    assert each.short == "trễ hạn 7 hồ sơ"
    assert each.finding.who == "Ủy ban nhân dân huyện Mẫu"
    (reasons,) = each.reasons
    assert [(row.label, row.amount, row.who) for row in reasons.rows] == [
        ("Xã Mẫu 1", "5", "Ủy ban nhân dân xã Mẫu 1"),
        ("Xã Mẫu 2", "2", "Ủy ban nhân dân xã Mẫu 2"),
    ]
    assert reasons.whole == "7 hồ sơ"
    assert sum(cause.amount for cause in each.finding.reasons[0].causes) == each.finding.short


def test_the_nation_the_province_and_the_district_miss_the_same(at: datetime) -> None:
    make_land(at=CLOSED)
    finished("98001", at=at, late=3, in_time=1)
    finished("981", at=at, late=1)
    computed(at)

    shorts = {code: found(ON_TIME, code, at).finding.short for code in ("", "98", "981")}

    assert set(shorts.values()) == {4}
    rows = found(ON_TIME, "981", at).reasons[0].rows
    assert {row.label: row.amount for row in rows} == {
        "Xã Mẫu 1": "3",
        "Cơ quan của chính cấp này": "1",
    }


def test_a_commune_is_cut_by_procedure(at: datetime) -> None:
    make_land(at=CLOSED)
    finished("98001", at=at, late=2, in_time=1)
    finished("98001", at=at, late=1, procedure=DEATH)
    computed(at)

    (reasons,) = found(ON_TIME, "98001", at).finding.reasons

    assert reasons.by == "Theo thủ tục"
    assert sorted(each.amount for each in reasons.causes) == [1, 2]
    assert BIRTH not in {each.label for each in reasons.causes}


def test_what_nobody_counted_is_not_there_rather_than_nought(client: Client, at: datetime) -> None:
    make_land(at=CLOSED)
    computed(at)

    text = page(client, don_vi="98001")

    assert ON_TIME not in text
    assert "0,0&nbsp;%" not in text
    assert "<b>0</b> chưa đạt" in text


def test_every_number_says_how_it_is_known_and_opens(client: Client, at: datetime) -> None:
    make_land(at=CLOSED)
    finished("98001", at=at, late=1, in_time=1)
    computed(at)

    text = page(client, don_vi="98")
    links = re.findall(r'href="(/dieu-hanh/du-kien/[^"]*)"', text)

    assert links
    for link in set(links):
        assert client.get(link.replace("&amp;", "&")).status_code == 200
    assert "báo cáo, 10/07/2020" in page(client)
    assert "chưa có nguồn" in page(client)


def test_reports_that_did_not_come_are_counted_where_they_are_missing(at: datetime) -> None:
    land = make_land(at=CLOSED)
    reporting.open_reports(at=CLOSED, regimes=("socio_economic",))
    filed(land.commune)

    each = found("Báo cáo đến hạn đã gửi đúng hạn", "981", at)

    amounts = {row.label: row.amount for row in each.reasons[0].rows}
    assert amounts["Xã Mẫu 2"] == amounts["Xã Mẫu 3"] == "1"
    assert "Xã Mẫu 1" not in amounts
    assert sum(cause.amount for cause in each.finding.reasons[0].causes) == each.finding.short


def test_the_way_leads_down_and_up(client: Client, at: datetime) -> None:
    make_land(at=CLOSED)

    text = page(client, don_vi="98001")
    path = text[text.index('class="crumbs"') :].partition("</nav>")[0]

    names = re.findall(r">([^<]+)</a>", path)
    assert names == ["Cả nước", "Tỉnh Mẫu", "Huyện Mẫu", "Xã Mẫu 1"]
    assert "don-vi=98001" in page(client, don_vi="981")


def test_a_month_gone_by_is_seen_without_what_came_later(at: datetime) -> None:
    make_land(at=CLOSED)
    finished("98001", at=datetime(2020, 10, 5, 3, tzinfo=clock.VIETNAM), in_time=4)
    finished("98001", at=at, late=4)
    computed(at)

    board = board_of(choice_of({"don-vi": "98001", "thang": "2020-10"}, at))

    assert ON_TIME in {each.finding.title for each in board.on}
    assert "Hồ sơ đang giải quyết còn trong hạn" not in str(board)


def test_on_a_wall_it_stands_alone_and_comes_anew(client: Client, at: datetime) -> None:
    make_land(at=CLOSED)

    text = page(client, man_hinh="lon")

    assert 'hx-trigger="every 60s"' in text
    assert '<noscript><meta http-equiv="refresh" content="60"></noscript>' in text
    assert 'class="top"' not in text


def test_unknown_words_fall_back_and_unknown_places_are_not_found(
    client: Client, at: datetime
) -> None:
    make_land(at=CLOSED)

    page(client, thang="2020-13", dia_gioi="xx", man_hinh="nho")
    assert client.get("/tong-quan/", {"don-vi": "77777"}).status_code == 404


def test_queries_do_not_grow_with_places_or_facts(at: datetime) -> None:
    make_land(at=CLOSED)
    reporting.open_reports(at=CLOSED, regimes=("socio_economic",))
    finished("98001", at=at, late=1, in_time=1)
    computed(at)
    few = queries_of("98", at)
    district = Unit.objects.get(code="981")
    for number in range(10, 30):
        make_unit(f"980{number}", f"Xã Thêm {number}", parent=district)
        finished(f"980{number}", at=at, late=1, in_time=1)
    computed(at)

    assert queries_of("98", at) == few
    assert queries_of("981", at) <= few + 1


def queries_of(unit_code: str, at: datetime) -> int:
    board_of(choice_of({"don-vi": unit_code}, at))
    with CaptureQueriesContext(connection) as queries:
        board_of(choice_of({"don-vi": unit_code}, at))
    return len(queries)
