"""Charts for other sites: framed by anybody, with no cookie, kept until something changes."""

from datetime import datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client

from nentang.kernel import clock
from tests.measure.dashboard.factories import computed, submitted
from tests.measure.reporting.factories import make_land

pytestmark = pytest.mark.django_db
FRAME = "/tong-quan/nhung/services.online/"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def counted(at: datetime) -> datetime:
    make_land(at=at)
    submitted("98001", at=at, online=3, counter=1)
    submitted("98002", at=at - timedelta(days=40), online=1, counter=1)
    computed(at)
    clock.use(lambda: at)
    return at


@pytest.mark.parametrize("layout", ["", "?kieu=cot&don-vi=981", "?kieu=ban-do"])
def test_the_frame_has_title_source_table_and_a_way_back(
    client: Client, counted: datetime, layout: str
) -> None:
    answer = client.get(FRAME + layout)
    text = answer.content.decode()

    assert answer.status_code == 200
    assert not answer.cookies
    assert "Hồ sơ nộp qua mạng</h1>" in text
    assert "Nguồn: Nền Tảng" in text
    assert 'target="_top"' in text
    assert "<details" in text
    assert "<script" not in text


def test_only_the_frame_may_stand_in_other_pages(client: Client, counted: datetime) -> None:
    framed = client.get(FRAME)
    others = [client.get(path) for path in ("/tong-quan/", "/tong-quan/nhung/")]

    assert "frame-ancestors 'self' https:" in framed["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed
    for other in others:
        assert "frame-ancestors 'none'" in other["Content-Security-Policy"]
        assert other["X-Frame-Options"] == "DENY"


def test_it_is_kept_until_the_figures_change(client: Client, counted: datetime) -> None:
    first = client.get(FRAME)
    same = client.get(FRAME, headers={"If-None-Match": first["ETag"]})
    submitted("98003", at=counted, counter=5)
    computed(counted)
    later = client.get(FRAME, headers={"If-None-Match": first["ETag"]})

    assert "max-age=600" in first["Cache-Control"]
    assert "public" in first["Cache-Control"]
    assert same.status_code == 304
    assert not same.content
    assert later.status_code == 200
    assert later["ETag"] != first["ETag"]


@pytest.mark.parametrize("layout", ["", "?kieu=cot&don-vi=981", "?kieu=ban-do"])
def test_the_drawing_stands_alone(client: Client, counted: datetime, layout: str) -> None:
    answer = client.get(f"{FRAME}anh.svg{layout}")
    root = ElementTree.fromstring(answer.content)

    assert answer["Content-Type"] == "image/svg+xml"
    assert root.tag == f"{SVG}svg"
    assert "var(--" not in answer.content.decode()
    assert "https://" not in answer.content.decode()
    assert root.findtext(f"{SVG}title") == "Hồ sơ nộp qua mạng, %"


def test_the_same_comes_as_png_and_not_for_ever(client: Client, counted: datetime) -> None:
    answer = client.get(f"{FRAME}anh.png")

    assert answer["Content-Type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG\r\n")
    statuses = {client.get(f"{FRAME}anh.png").status_code for _ in range(61)}
    assert 429 in statuses


def test_it_speaks_the_language_of_its_address(client: Client, counted: datetime) -> None:
    client.cookies["django_language"] = "vi"

    text = client.get(f"{FRAME}?ngon-ngu=en").content.decode()

    assert '<html lang="en">' in text
    assert "Nguồn" not in text


def test_the_code_can_be_copied_and_names_the_place(client: Client, counted: datetime) -> None:
    text = client.get("/tong-quan/nhung/", {"noi": "xa mau 2", "kieu": "duong"}).content.decode()

    assert "&lt;iframe src=" in text
    assert "don-vi=98002" in text
    unknown = client.get("/tong-quan/nhung/", {"noi": "không có đâu zz"}).content.decode()
    assert "Không tìm thấy nơi nào" in unknown


def test_what_there_is_not_is_not_found(client: Client, counted: datetime) -> None:
    for path in ("khong.co/", "khong.co/anh.svg", "khong.co/anh.png"):
        assert client.get(f"/tong-quan/nhung/{path}").status_code == 404
    assert client.get(FRAME, {"don-vi": "77777"}).status_code == 404
