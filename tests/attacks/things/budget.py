"""Units with budget relation whose codes the body here gives: one that is open, one that is closed."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.government.finance.actions import close_unit, open_unit
from nentang.kernel.clock import legal_day
from tests.attacks.world import World
from tests.government.finance.factories import CERTIFICATE, STARTS, facts

from .lot import Lot


def budget(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """With what the certificate of another would say, and one without a name."""
    by: dict[str, Any] = {"basis": CERTIFICATE, "actor": masters["here"], "at": at}
    opened, closed = (
        open_unit(facts=facts(name=name), starts_on=STARTS, keeper_id=world.here.body.pk, **by)
        for name in ("Ủy ban nhân dân xã Mẫu", "Trạm Mẫu đã đóng")
    )
    close_unit(unit=closed, valid_from=legal_day(at), **by)
    values: dict[str, list[Any]] = {
        "finance.basis": [CERTIFICATE],
        "finance.unit": [opened, closed],
        "finance.facts": [facts(name="Trạm Mẫu mới"), facts(name="")],
    }
    return Lot(values, places={"": {"register": "budget_units", "record_code": opened.code}})
