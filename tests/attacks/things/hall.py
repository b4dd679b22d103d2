"""The hall of the office here: a window with its matter, and a number that the mother has drawn."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.government.queue.actions import (
    add_matter,
    add_window,
    call_next,
    open_window,
    set_up_office,
    take_ticket_by_phone,
)
from tests.attacks.world import World

from .lot import Lot


def hall(world: World, _masters: dict[str, Actor], at: datetime) -> Lot:
    """Its window open, her number called."""
    body, leader = world.here.body.pk, world.here.leader
    set_up_office(organization_id=body, promised_minutes=20, actor=leader, at=at)
    matter = add_matter(organization_id=body, prefix="H", name="Hộ tịch", actor=leader, at=at)
    window = add_window(
        organization_id=body,
        number=1,
        name="Tổng hợp",
        matter_ids=[matter.pk],
        actor=leader,
        at=at,
    )
    ticket = take_ticket_by_phone(
        organization_id=body, matter_id=matter.pk, actor=world.mother.actor, at=at
    )
    open_window(window_id=window.pk, actor=world.here.clerk, at=at)
    call_next(window_id=window.pk, actor=world.here.clerk, at=at)
    return Lot(
        {
            "queue.code": [ticket.code],
            "window_id": [window.pk],
            "matter_id": [matter.pk],
            "matter_ids": [[matter.pk]],
            "hall_key": [window.office.hall_key],
        },
        places={"sanh/": {"hall_key": window.office.hall_key, "code": ticket.code}},
    )
