"""Businesses of the mother's in the register of the body here: one that is active, one that is no more."""

from datetime import datetime
from typing import Any

from msgspec.structs import replace

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import NewRecord
from nentang.government.businesses.actions import BusinessFacts, change_standing, enter_business
from nentang.government.businesses.enums import BusinessKind, BusinessState
from nentang.government.businesses.registry import BUSINESSES
from nentang.kernel.clock import legal_day
from tests.attacks.world import World
from tests.government.population.factories import BOOK, COMMUNE

from .lot import Lot


def _another(keeper_id: int) -> NewRecord:
    return NewRecord(
        pk=10**6, code="8399999999", keeper_id=keeper_id, heading="Tạp hoá", basis="1", said=()
    )


def shops(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """With what a third one would say, and one that bears the name of the first."""
    keeper_id, today = world.here.body.pk, legal_day(at)
    by: dict[str, Any] = {"basis": BOOK, "actor": masters["here"], "at": at}
    facts = BusinessFacts(
        name=f"Tạp hoá {world.mother.words[0]}",
        kind=BusinessKind.HOUSEHOLD,
        unit_code=COMMUNE,
        address_line="Thôn Nháp",
        capital=20_000_000,
        owner_person_id=world.mother.actor.person_id or 0,
        owner_title="Chủ hộ kinh doanh",
        trades=("4711",),
    )
    active, ended = (
        enter_business(facts=each, starts_on=today, keeper_id=keeper_id, **by)
        for each in (facts, replace(facts, name="Tạp hoá đã nghỉ"))
    )
    change_standing(business=ended, state=BusinessState.DISSOLVED, valid_from=today, **by)
    values: dict[str, list[Any]] = {
        "businesses.basis": [BOOK],
        "business": [active, ended],
        "state": [BusinessState.SUSPENDED],
        "businesses.facts": [replace(facts, name="Tạp hoá mới"), facts],
        "starts_on": [today],
        "businesses.trades": [("4711",)],
        "businesses.parent": [active],
        "registers.enter_records.register": [BUSINESSES],
        "registers.enter_records.records": [[_another(keeper_id)]],
        "registers.take_in_table.register": ["businesses"],
        "registers.take_in_table.rows": [[]],
    }
    return Lot(values, places={"": {"register": "businesses", "record_code": active.code}})
