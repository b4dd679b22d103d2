"""What else is worth taking in the world: money, tickets, papers, drafts, portals; and who may."""

from datetime import UTC, date, datetime
from uuid import UUID

from django.contrib.auth import SESSION_KEY

from nentang.agreements.actor import SYSTEM, Actor
from nentang.agreements.cashier import PaymentOrder
from nentang.economy.payments.actions import (
    ask_refund,
    decide_refund,
    open_payee_account,
    record_cash,
    request_payment,
)
from nentang.economy.payments.actions.open_break import open_break
from nentang.economy.payments.enums import BreakKind, RefundReason
from nentang.economy.payments.models import Break, Refund
from nentang.foundation.identity.actions import ask_factor_reset, give_consent
from nentang.foundation.identity.adapters.sessions import SessionStore, stored_key
from nentang.foundation.identity.public import register_client
from nentang.foundation.notifications.actions import subscribe_push
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    OrganizationTask,
    create_organization,
)
from nentang.government.queue.actions import (
    add_matter,
    add_window,
    call_next,
    open_window,
    set_up_office,
    take_ticket_by_phone,
)
from nentang.government.queue.models import Window
from nentang.government.services.actions import (
    begin_assisting,
    consult_body,
    forward_dossier,
    receive_dossier,
)
from nentang.government.status_sync.actions import connect_portal
from nentang.kernel.frozen import Frozen
from nentang.trust.personal_data.actions import record_breach
from nentang.trust.watch.actions.raise_alarm import raise_alarm
from nentang.trust.watch.enums import Sign
from tests.government.catalogue.factories import Ministry, begun, make_ministry, save
from tests.government.services.factories import make_dossier, make_officer

from .world import World, make_master

IN_2024 = datetime(2024, 3, 4, 2, 0, tzinfo=UTC)
PUSH = {
    "endpoint": "https://fcm.googleapis.com/fcm/send/cua-me",
    "p256dh": "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM",
    "auth": "tBHItJI5svbpez7KI4CCXg",
}


class Treasures(Frozen):
    """What there is besides dossiers, and who may do what with it."""

    masters: dict[str, Actor]
    window: Window
    ticket: str
    ministry: Ministry
    draft: UUID
    breach: str
    order: PaymentOrder
    broken: Break
    refund: Refund
    refund_asked: Refund
    session: str
    alarm: str
    reset: int
    asked: Actor
    helper: Actor
    taxer: Actor
    taxed: str


def make_treasures(world: World, at: datetime) -> Treasures:
    """All of it the mother's or of the office here, through the real actions."""
    here = world.here
    masters = {
        "here": make_master(here, at=at),
        "elsewhere": make_master(world.elsewhere, at=at),
        "colleague": make_master(here, at=at),
    }
    window, ticket = _queue(world, at)
    ministry = make_ministry(at=at)
    order = _order(world)
    broken, refund, refund_asked = _money(order, masters, at)
    _sharing(world, masters["here"], at)
    draft = begun(ministry, at=at)
    save(draft, "chung", actor=ministry.writer, at=at, o__procedure__value__name__vi="Tên mới")
    taxer, taxed = _taxed(world, at)
    return Treasures(
        masters=masters,
        window=window,
        ticket=ticket,
        ministry=ministry,
        draft=draft.public_id,
        breach=_breach(world, masters["here"]),
        order=order,
        broken=broken,
        refund=refund,
        refund_asked=refund_asked,
        session=_session(world),
        alarm=_alarm(world, at),
        reset=_reset(world, masters["here"], at),
        asked=_asked(world, ministry, at),
        helper=begin_assisting(
            person_id=world.mother.actor.person_id or 0,
            consent="Giấy đồng ý số 1",
            actor=here.clerk,
            at=at,
        ),
        taxer=taxer,
        taxed=taxed,
    )


def _queue(world: World, at: datetime) -> tuple[Window, str]:
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
    return window, ticket.code


def _order(world: World) -> PaymentOrder:
    return PaymentOrder(
        reference="000.00.98.H98-201207-9001",
        amount=16_000,
        payee_organization_id=world.here.body.pk,
        payer_person_id=world.mother.actor.person_id,
        description="Cấp bản sao trích lục hộ tịch",
    )


def _money(
    order: PaymentOrder, masters: dict[str, Actor], at: datetime
) -> tuple[Break, Refund, Refund]:
    """A fee paid in cash of which some is asked back, and money that fits nothing."""
    open_payee_account(
        organization_id=order.payee_organization_id,
        bank_bin="970415",
        account_number="0011001932418",
        holder="UY BAN NHAN DAN XA MAU",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    request_payment(order=order, actor=SYSTEM, at=at)
    paid = record_cash(reference=order.reference, actor=SYSTEM, at=at)
    refund, other = (
        ask_refund(
            booking_id=paid.bookings.get().pk,
            amount=amount,
            reason=RefundReason.WITHDRAWN,
            actor=masters["here"],
            at=at,
        )
        for amount in (6_000, 3_000)
    )
    decide_refund(code=refund.code, approve=True, actor=masters["colleague"], at=at)
    found = Break(
        kind=BreakKind.UNKNOWN_ORDER,
        gateway="bank",
        transaction="GD9001",
        day=at.date(),
        told=16_000,
        payee_id=order.payee_organization_id,
    )
    return open_break(found=found, at=at), refund, other


def _sharing(world: World, master: Actor, at: datetime) -> None:
    """A program that the mother lets read, a browser that tells her things, another portal."""
    client = register_client(
        name="Trường học", redirect_uris=["https://truonghoc.example.vn/ve"], actor=SYSTEM, at=at
    )
    give_consent(client_id=client.client_id, scopes=["openid"], actor=world.mother.actor, at=at)
    subscribe_push(**PUSH, actor=world.mother.actor, at=at)
    connect_portal(code="cong-mau", name="Cổng mẫu", actor=master, at=at)


def _asked(world: World, ministry: Ministry, at: datetime) -> Actor:
    """Somebody of a body that was asked about one of the mother's dossiers."""
    consult_body(
        code=world.mother.dossiers[1],
        organization_id=ministry.body.pk,
        question="Có vướng gì không?",
        working_days=2,
        actor=world.here.clerk,
        at=at,
    )
    return make_officer(ministry.body, "specialist", at=at)


def _taxed(world: World, at: datetime) -> tuple[Actor, str]:
    """A clerk of the tax body, and a dossier of the mother's that went there."""
    tax = create_organization(
        name="Chi cục Thuế Mẫu",
        kind=OrganizationKind.DEPARTMENT,
        level=OrganizationLevel.DISTRICT,
        task=OrganizationTask.TAX,
        unit_code="981",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    code = make_dossier(office=world.here, applicant=world.mother.actor, at=at).code
    receive_dossier(code=code, actor=world.here.clerk, at=at)
    forward_dossier(code=code, organization_id=tax.pk, note="", actor=world.here.clerk, at=at)
    return make_officer(tax, "clerk", at=at), code


def _session(world: World) -> str:
    """The number of a browser in which the mother is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(world.mother.actor.account_id)
    session.create()
    return stored_key(session.session_key)


def _alarm(world: World, at: datetime) -> str:
    """The code of an alarm about the clerk here, where a master answers for security."""
    account_id = world.here.clerk.account_id or 0
    alarm = raise_alarm(sign=Sign.LOOKS, account_id=account_id, count=99, usual=1, at=at)
    assert alarm.case
    return str(alarm.case.code)


def _reset(world: World, master: Actor, at: datetime) -> int:
    """The neighbour lost a phone, and somebody at the counter here has asked."""
    return ask_factor_reset(
        account_id=world.neighbour.actor.account_id or 0,
        organization_id=world.here.body.pk,
        basis="Thẻ căn cước và gương mặt",
        actor=master,
        at=at,
    ).pk


def _breach(world: World, master: Actor) -> str:
    """Told of in 2024: before July 2023 no law asked for it."""
    return record_breach(
        organization_id=world.here.body.pk,
        what="Gửi nhầm danh sách hồ sơ.",
        measures="Đã thu hồi thư.",
        places=["services.Dossier"],
        people=12,
        found_at=IN_2024,
        actor=master,
        at=IN_2024,
    ).code
