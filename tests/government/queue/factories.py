"""A commune's desk with windows, matters and people with numbers, through the real actions."""

from datetime import datetime

from nentang.agreements.actor import ANONYMOUS, Actor
from nentang.foundation.organizations.public import Organization
from nentang.government.queue.actions import (
    add_matter,
    add_window,
    open_window,
    set_up_office,
    take_ticket_in_hall,
)
from nentang.government.queue.models import Matter, Office, Ticket, Window
from nentang.kernel.frozen import Frozen
from tests.government.services import factories as services

MATTERS = (("H", "Hộ tịch"), ("C", "Chứng thực"), ("D", "Đất đai"))


class Desk(Frozen):
    """An office with its people; windows 1 (everything) and 2 (the first matter) are closed."""

    body: Organization
    office: Office
    leader: Actor
    clerk: Actor
    colleague: Actor
    matters: dict[str, Matter]
    windows: tuple[Window, Window]


def make_desk(*, at: datetime) -> Desk:
    """A commune where people queue."""
    commune = services.make_office(at=at)
    body, leader = commune.body, commune.leader
    office = set_up_office(organization_id=body.pk, promised_minutes=20, actor=leader, at=at)
    matters = {
        prefix: add_matter(organization_id=body.pk, prefix=prefix, name=name, actor=leader, at=at)
        for prefix, name in MATTERS
    }
    everything = [each.pk for each in matters.values()]
    windows = tuple(
        add_window(
            organization_id=body.pk, number=number, name=name, matter_ids=ids, actor=leader, at=at
        )
        for number, name, ids in ((1, "Tổng hợp", everything), (2, "Hộ tịch", everything[:1]))
    )
    colleague = services.make_officer(body, "clerk", at=at)
    return Desk(body, office, leader, commune.clerk, colleague, matters, (windows[0], windows[1]))


def take(desk: Desk, prefix: str, *, at: datetime, ground: str = "") -> Ticket:
    """A number from the screen in the hall."""
    return take_ticket_in_hall(
        hall_key=desk.office.hall_key,
        matter_id=desk.matters[prefix].pk,
        ground=ground,
        actor=ANONYMOUS,
        at=at,
    )


def opened(desk: Desk, *, at: datetime, number: int = 1, actor: Actor | None = None) -> int:
    """The window of that number, opened by the clerk (or that actor); its primary key."""
    window = desk.windows[number - 1]
    return open_window(window_id=window.pk, actor=actor or desk.clerk, at=at).pk
