"""Briefing packs: who may order one, that one order is one pack, and what stands in it."""

import subprocess
from datetime import date, datetime
from pathlib import Path

import pytest
from django.test import Client

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.documents.public import open_file
from nentang.foundation.outbox.public import run_until_quiet
from nentang.kernel import clock
from nentang.kernel.errors import Invalid, NotAllowed, NotFound
from nentang.measure.dashboard.actions import (
    make_briefing_pack,
    make_briefing_packs,
    order_briefing_pack,
)
from nentang.measure.dashboard.enums import PackState
from nentang.measure.dashboard.models import BriefingPack
from nentang.measure.indicators.public import Geography
from tests.government.services.factories import make_officer, sign_in
from tests.measure.dashboard.factories import computed, finished
from tests.measure.reporting.factories import AFTER_DUE, CLOSED, Land, committee, make_land

pytestmark = pytest.mark.django_db
PACKS = "/tong-quan/tai-lieu/"


@pytest.fixture
def at(settings: object) -> datetime:
    settings.DEMO = True  # type: ignore[attr-defined] # signing in with one click
    clock.use(lambda: AFTER_DUE)
    return AFTER_DUE


@pytest.fixture
def land(at: datetime) -> Land:
    land = make_land(at=CLOSED)
    finished("98001", at=at, late=2, in_time=6)
    finished("98002", at=at, late=1, in_time=9)
    computed(at)
    return land


def order(actor: Actor, at: datetime, unit_code: str = "98001", **changes: object) -> BriefingPack:
    asked = {
        "unit_code": unit_code,
        "day": clock.legal_day(at),
        "geography": Geography.NOW,
        "language": "vi",
        **changes,
    }
    return order_briefing_pack(actor=actor, at=at, **asked)  # type: ignore[arg-type]


def made(pack: BriefingPack, at: datetime) -> BriefingPack:
    make_briefing_pack(pack_id=pack.pk, at=at)
    pack.refresh_from_db()
    return pack


def text_of(pack: BriefingPack, field: str, folder: Path, at: datetime) -> tuple[str, str]:
    """What `pdftotext` reads in the file, and what `pdfinfo` says of it."""
    path = folder / f"{field}.pdf"
    file = getattr(pack, field)
    with open_file(file_id=file.pk, actor=SYSTEM, at=at).content as content:
        path.write_bytes(content.read())
    text, facts = (
        subprocess.run(command, capture_output=True, check=True, text=True).stdout
        for command in (["pdftotext", "-layout", str(path), "-"], ["pdfinfo", str(path)])
    )
    return text, facts


def test_leaders_of_a_place_and_above_order_and_nobody_else(land: Land, at: datetime) -> None:
    other = committee("tỉnh Khác", "H97", "98", None, at).leader
    head = make_officer(land.commune.body, "head_of_unit", at=at)
    for actor in (land.commune.leader, head, land.district.leader, land.province.leader):
        assert order(actor, at).state == PackState.ORDERED
    for actor in (land.commune.clerk, land.communes[1].leader):
        with pytest.raises(NotAllowed):
            order(actor, at)
    with pytest.raises(NotAllowed):
        order(land.commune.leader, at, unit_code="981")
    with pytest.raises(NotAllowed):
        order(land.province.leader, at, unit_code="")
    assert order(land.office.leader, at, unit_code="").unit_code == ""
    assert other


def test_permission_is_asked_before_the_day(land: Land, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        order(land.commune.clerk, at, day=date(2030, 1, 1))
    with pytest.raises(Invalid):
        order(land.commune.leader, at, day=date(2030, 1, 1))
    with pytest.raises(Invalid):
        order(land.commune.leader, at, day=date(2020, 11, 12))
    assert order(land.commune.leader, at, day=date(2020, 11, 30))


def test_the_same_order_twice_is_one_pack(land: Land, at: datetime) -> None:
    first = order(land.commune.leader, at)

    assert order(land.commune.leader, at).pk == first.pk
    made(first, at)
    assert order(land.commune.leader, at).state == PackState.MADE
    assert order(land.commune.leader, at, language="en").pk != first.pk
    assert BriefingPack.objects.count() == 2


def test_a_pack_says_what_is_late_and_who_answers_on_a4_and_on_slides(
    land: Land, at: datetime, tmp_path: Path
) -> None:
    pack = made(order(land.district.leader, at, unit_code="981"), at)

    paper, about_paper = text_of(pack, "paper", tmp_path, at)
    slides, about_slides = text_of(pack, "slides", tmp_path, at)

    assert pack.state == PackState.MADE
    assert len(pack.fingerprint) == 64
    assert pack.data_at is not None
    assert "A4" in about_paper
    assert "960.0" in about_slides
    assert "540 pts" in about_slides
    assert "Tài liệu trình lãnh đạo: Huyện Mẫu" in about_paper
    for text in (paper, slides):
        assert "Huyện Mẫu" in text
        assert "Hồ sơ giải quyết đúng hẹn" in text
        assert "trễ hạn 3 hồ sơ" in text
        assert "Ủy ban nhân dân huyện Mẫu" in text
        assert "Xã Mẫu 1" in text
        assert "17/12/2020" in text
    assert pack.fingerprint[:20] in paper.replace("\n", "")
    assert "Quyết định 749/QĐ-TTg" in paper


def test_an_english_pack_speaks_english(land: Land, at: datetime, tmp_path: Path) -> None:
    pack = made(order(land.commune.leader, at, language="en"), at)

    text, _facts = text_of(pack, "paper", tmp_path, at)

    assert "Off track: why, and who answers for it" in text
    assert "Chưa đạt" not in text
    assert "Vì đâu" not in text


def test_the_worker_makes_what_waits_once(land: Land, at: datetime) -> None:
    pack = order(land.commune.leader, at)

    assert make_briefing_packs(at=at) == 1
    assert make_briefing_packs(at=at) == 0
    assert make_briefing_pack(pack_id=pack.pk, at=at) is None
    run_until_quiet(at=at)
    pack.refresh_from_db()
    assert pack.paper
    assert pack.slides


def test_after_three_tries_it_has_failed_and_may_be_ordered_again(land: Land, at: datetime) -> None:
    pack = order(land.commune.leader, at)
    BriefingPack.objects.filter(pk=pack.pk).update(tries=3)

    assert make_briefing_pack(pack_id=pack.pk, at=at) is None
    pack.refresh_from_db()
    assert pack.state == PackState.FAILED

    assert order(land.commune.leader, at).pk == pack.pk
    assert made(pack, at).state == PackState.MADE


def test_on_the_pages_it_is_ordered_watched_and_opened(land: Land, at: datetime) -> None:
    leader = sign_in(land.commune.leader)

    sent = leader.post(
        PACKS, {"place": "98001", "day": clock.legal_day(at).isoformat(), "language": "vi"}
    )
    pack = BriefingPack.objects.get()
    waiting = leader.get(sent["Location"]).content.decode()
    made(pack, at)
    done = leader.get(f"{PACKS}{pack.code}/tien-do/").content.decode()
    assert pack.paper
    opened = leader.get(f"/tep/{pack.paper.public_id}/")

    assert sent["Location"] == f"{PACKS}{pack.code}/"
    assert "hx-get" in waiting
    assert pack.paper.sha256 in done
    assert "hx-get" not in done
    assert b"".join(opened.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    assert pack.code in leader.get(PACKS).content.decode()


def test_to_others_a_pack_does_not_exist(land: Land, at: datetime) -> None:
    pack = made(order(land.commune.leader, at), at)
    assert pack.paper
    above, beside, clerk = (
        sign_in(actor)
        for actor in (land.district.leader, land.communes[1].leader, land.commune.clerk)
    )
    address, file = f"{PACKS}{pack.code}/", f"/tep/{pack.paper.public_id}/"

    assert above.get(address).status_code == above.get(file).status_code == 200
    assert beside.get(address).status_code == beside.get(file).status_code == 404
    assert beside.get(f"{address}tien-do/").status_code == 404
    assert clerk.get(address).status_code == 403
    assert clerk.get(file).status_code == 404
    assert Client().get(address).status_code == 302
    with pytest.raises(NotFound):
        open_file(file_id=pack.paper.pk, actor=land.communes[1].leader, at=at)


def test_a_place_that_is_not_ones_own_cannot_be_chosen(land: Land, at: datetime) -> None:
    leader = sign_in(land.commune.leader)
    words = {"place": "98002", "day": clock.legal_day(at).isoformat(), "language": "vi"}

    assert leader.post(PACKS, words).status_code == 200
    assert not BriefingPack.objects.exists()


def test_a_body_orders_so_many_a_day_and_no_more(land: Land, at: datetime) -> None:
    days = [
        date(2020, month, 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)
        for month in range(3, 12)
    ]
    pages = [
        (day, language, unit)
        for unit in ("98001", "98002", "98003", "981")
        for language in ("vi", "en")
        for day in days
    ]
    refused = 0
    for day, language, unit in pages:
        try:
            order(land.district.leader, at, unit_code=unit, day=day, language=language)
        except Exception as error:  # noqa: BLE001 - its code is looked at
            refused += getattr(error, "code", "") == "portal.too_many_tries"

    assert BriefingPack.objects.count() == 30
    assert refused == len(pages) - 30
