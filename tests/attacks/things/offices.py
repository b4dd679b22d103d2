"""The documents of the office here: one in every state there is, what colleagues help with, and work files."""

from datetime import datetime, timedelta
from typing import Any

from nentang.agreements.actor import SYSTEM, Actor
from nentang.government.office.actions import open_work_file, submit_draft, take_in_document
from nentang.government.office.enums import Channel, NumberingWay
from nentang.government.office.models import IncomingDocument, OutgoingDocument, WorkFile
from nentang.government.office.rules.draft import Arrival
from nentang.kernel.clock import legal_day
from tests.attacks.world import World
from tests.government.office.factories import (
    Staff,
    a_draft,
    directed,
    drafted,
    entered,
    initialled,
    issued,
    signed,
    staffed,
)

from .lot import Lot

ARRIVAL = Arrival("Công ty Mẫu", "Xin hướng dẫn việc mẫu", "Công văn")


def offices(world: World, _masters: dict[str, Actor], at: datetime) -> Lot:
    """All of it of the body here, whose people are the only ones who may."""
    staff = staffed(world.here.body, at)
    work_file = open_work_file(
        organization_id=staff.body.pk,
        title="Việc mẫu",
        retention_years=10,
        actor=staff.specialist,
        at=at,
    )
    values: dict[str, list[Any]] = {
        "office.code": [*_outgoing(staff, at), *_incoming(staff, at), work_file.code],
        "work_file": [work_file.code],
        "office.draft": [a_draft(staff)],
        "office.version": [1],
        "arrival": [ARRIVAL],
        "office.channel": [Channel.PAPER],
        "origin": ["axis:9001"],
        "office.answers": [""],
        "lead_id": [staff.specialist.account_id],
        "helper_ids": [[staff.head.account_id]],
        "due_on": [legal_day(at) + timedelta(days=3)],
        "retention_years": [10],
        "notation": ["UBND"],
        "numbering": [NumberingWay.BY_TYPE],
    }
    people = (staff.document_clerk, staff.specialist, staff.head, staff.leader, staff.deputy)
    return Lot(values, people, _places(world))


def _places(world: World) -> dict[str, dict[str, Any]]:
    """Pages of what speaks of the mother."""
    known = {"code__in": world.parts["code"]}
    came = IncomingDocument.objects.get(**known)
    at_hand = {"code": came.code}
    return {
        "van-thu/den/": at_hand,
        "van-thu/xep/": at_hand,
        "van-thu/phoi-hop/": {"code": came.tasks.get().case.code},
        "van-thu/di/": {"code": OutgoingDocument.objects.get(**known).code},
        "van-thu/ho-so/": {"code": WorkFile.objects.get(**known).code},
    }


def _outgoing(staff: Staff, at: datetime) -> list[str]:
    checked = drafted(staff, at)
    submit_draft(code=checked.code, actor=staff.specialist, at=at)
    rest = [make(staff, at).code for make in (drafted, initialled, signed, issued)]
    return [checked.code, *rest]


def _incoming(staff: Staff, at: datetime) -> list[str]:
    """Just come, registered, given to somebody whom a colleague helps, and that help."""
    came = take_in_document(
        organization_id=staff.body.pk,
        arrival=ARRIVAL,
        channel=Channel.AXIS,
        origin="axis:1",
        actor=SYSTEM,
        at=at,
    )
    given = directed(staff, at, helpers=(staff.head,))
    return [came.code, entered(staff, at).code, given.code, given.tasks.get().case.code]
