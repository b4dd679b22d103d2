"""Entries of registers: a domain of the office here that waits and one that is published, a story of the mother's."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import store_file
from nentang.measure.small_registers import actions
from nentang.measure.small_registers.queries import find_entry
from tests.attacks.world import World
from tests.government.services.factories import PIXEL
from tests.measure.small_registers.factories import DOMAIN, STORY, make_keepers

from .lot import Lot


def ledgers(world: World, masters: dict[str, Actor], at: datetime) -> Lot:
    """What is kept here, and what the mother sent to the owner of the register."""
    owner = make_keepers(at=at)
    body = world.here.body.pk
    draft, shown = (_entered(body, masters["here"], f"{n}.gov.vn", at) for n in ("mot", "hai"))
    for actor, step in ((masters["here"], "submit"), (masters["colleague"], "publish")):
        actions.take_step(code=shown, step=step, reason="", actor=actor, at=at)
    mother = world.mother.actor
    story = actions.submit_entry(
        register="success_stories",
        typed=STORY,
        statement=world.mother.words[0],
        file_ids=[],
        actor=mother,
        at=at,
    )
    file = store_file(content=PIXEL, filename="so.png", actor=masters["here"], at=at)
    values: dict[str, list[Any]] = {
        "small_registers.code": [draft],
        "small_registers.confirm_entry.code": [shown],
        "small_registers.take_step.code": [draft, story.code],
        "small_registers.take_step.step": ["submit", "withdraw"],
        "small_registers.register": ["domains"],
        "small_registers.submit_entry.register": ["success_stories"],
        "small_registers.organization_id": [body],
        "small_registers.typed": [DOMAIN],
        "small_registers.submit_entry.typed": [STORY | {"name": "Chuyện khác"}],
        "small_registers.statement": ["Lời nhắn"],
        "small_registers.file_ids": [[file.pk]],
        "small_registers.submit_entry.file_ids": [[]],
        "small_registers.title": ["Bản chụp"],
        "small_registers.reason": ["Đã có"],
        "small_registers.values_version": [find_entry(draft).values_version],
    }
    places = {
        "so-dang-ky/": {"register": "ten-mien", "code": shown, "number": 1},
        "so-dang-ky/muc/": {"code": draft},
        "so-dang-ky/cua-toi/": {"code": story.code},
    }
    return Lot(values, rightful=(owner.specialist, owner.leader), places=places)


def _entered(body: int, keeper: Actor, domain: str, at: datetime) -> str:
    return actions.enter_entry(
        register="domains",
        organization_id=body,
        typed={**DOMAIN, "domain": domain},
        actor=keeper,
        at=at,
    ).code
