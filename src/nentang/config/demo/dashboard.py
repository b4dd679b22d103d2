"""The chairman of a commune in Bến Tre has a briefing pack made for the last day of the year."""

from datetime import datetime

from nentang.kernel.clock import legal_day
from nentang.measure.dashboard.actions import make_briefing_packs, order_briefing_pack
from nentang.measure.indicators.public import Geography

from .stage import Stage


def play_dashboard(stage: Stage, *, until: datetime) -> None:
    """Ordered by the leader whose name is on the sign-in page, made as the worker makes it."""
    commune, _district = stage.places[0]
    order_briefing_pack(
        unit_code=commune.unit.code,
        day=legal_day(until),
        geography=Geography.NOW,
        language="vi",
        actor=commune.leader,
        at=until,
    )
    make_briefing_packs(at=until)
