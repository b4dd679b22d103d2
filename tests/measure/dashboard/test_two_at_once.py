"""Two who order or make the same pack at the same moment."""

import pytest

from nentang.kernel import clock
from nentang.measure.dashboard.actions import make_briefing_pack, order_briefing_pack
from nentang.measure.dashboard.models import BriefingPack
from nentang.measure.indicators.public import Geography
from tests.measure.reporting.factories import AFTER_DUE, CLOSED, Land, make_land
from tests.measure.reporting.test_two_at_once import AT_ONCE, all_at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def order(land: Land) -> BriefingPack:
    return order_briefing_pack(
        unit_code="98001",
        day=clock.legal_day(AFTER_DUE),
        geography=Geography.NOW,
        language="vi",
        actor=land.commune.leader,
        at=AFTER_DUE,
    )


def test_the_same_order_many_times_at_once_is_one_pack() -> None:
    land = make_land(at=CLOSED)

    found = all_at_once(lambda _n: order(land).pk)

    assert BriefingPack.objects.count() == 1
    assert set(found) == {BriefingPack.objects.get().pk}


def test_of_workers_that_make_one_pack_at_once_one_keeps_its_files() -> None:
    pack = order(make_land(at=CLOSED))

    found = all_at_once(lambda _n: make_briefing_pack(pack_id=pack.pk, at=AFTER_DUE) is not None)

    assert sum(each is True for each in found) == 1
    pack.refresh_from_db()
    assert pack.tries <= AT_ONCE
    assert pack.paper
