"""A briefing pack of the place here, made, and what orders another."""

from datetime import date, datetime

from nentang.agreements.actor import Actor
from nentang.kernel.clock import legal_day
from nentang.measure.dashboard.actions import make_briefing_pack, order_briefing_pack
from nentang.measure.indicators.public import Geography
from tests.attacks.world import World

from .lot import Lot


def packs(world: World, _masters: dict[str, Actor], at: datetime) -> Lot:
    """Ordered by the leader here."""
    pack = order_briefing_pack(
        unit_code="98001",
        day=legal_day(at),
        geography=Geography.NOW,
        language="vi",
        actor=world.here.leader,
        at=at,
    )
    make_briefing_pack(pack_id=pack.pk, at=at)
    return Lot(
        {
            "dashboard.unit_code": ["98001"],
            "dashboard.day": [date(2020, 11, 30)],
            "dashboard.geography": [Geography.NOW],
            "dashboard.language": ["vi"],
        },
        places={"tong-quan/tai-lieu/": {"code": pack.code}},
    )
