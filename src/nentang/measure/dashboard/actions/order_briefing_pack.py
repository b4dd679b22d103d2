"""A leader orders a briefing pack."""

import secrets
from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.outbox.public import publish
from nentang.foundation.portal.public import Limit, take_try
from nentang.kernel.clock import legal_day
from nentang.measure.dashboard.enums import PackState
from nentang.measure.dashboard.errors import DayNotYet
from nentang.measure.dashboard.events import BriefingPackOrdered
from nentang.measure.dashboard.models import BriefingPack
from nentang.measure.dashboard.permissions import check_orders
from nentang.measure.dashboard.queries import tree_of
from nentang.measure.dashboard.rules.spans import is_whole
from nentang.measure.indicators.public import Geography

PACKS = Limit("dashboard.packs", tries=30, seconds=24 * 3600)


@transaction.atomic
def order_briefing_pack(
    *, unit_code: str, day: date, geography: Geography, language: str, actor: Actor, at: datetime
) -> BriefingPack:
    """The pack of that unit as of that day, to be made by the worker; the same order twice is one pack.

    What could not be made is tried again. Raises UnitNotFound, NotYourPlace, DayNotYet, TooManyTries.
    """
    today = legal_day(at)
    tree = tree_of(geography, today)
    unit = tree.find(unit_code)
    code = unit.code if unit else ""
    body = check_orders(actor, code, tree, today)
    if not is_whole(day, today):
        raise DayNotYet
    asked = {
        "organization_id": body.id,
        "unit_code": code,
        "geography": geography.value,
        "day": day,
        "language": language,
    }
    known = BriefingPack.objects.select_for_update().filter(**asked).first()
    if known is not None and known.state != PackState.FAILED:
        return known
    take_try(PACKS, f"body {body.id}", at=at)
    pack = _again(known) if known else _new(asked, at)
    record(
        actor=actor,
        action="dashboard.order_briefing_pack",
        subject=f"briefing_pack:{pack.pk}",
        organization_id=body.id,
        details={"unit": code, "day": day.isoformat()},
        at=at,
    )
    publish(BriefingPackOrdered(pack.code, code), at=at, key=pack.code)
    return pack


def _new(asked: dict[str, object], at: datetime) -> BriefingPack:
    """Another who orders the same at the same moment gets the same one."""
    pack, _is_new = BriefingPack.objects.get_or_create(
        **asked, defaults={"code": f"TL{secrets.token_hex(6)}", "ordered_at": at}
    )
    return pack


def _again(pack: BriefingPack) -> BriefingPack:
    pack.state, pack.tries, pack.step = PackState.ORDERED, 0, 0
    pack.save(update_fields=["state", "tries", "step"])
    return pack
