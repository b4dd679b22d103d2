"""A commune small enough for a test, with something on every page."""

from datetime import date, datetime, timedelta

from nentang.agreements.actor import ANONYMOUS, SYSTEM, Actor
from nentang.agreements.cashier import cashier
from nentang.economy.payments.actions import book_notice, open_payee_account
from nentang.economy.payments.rules.notices import Kind, Notice
from nentang.foundation.identity.public import actor_for_account, person
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.foundation.outbox.public import run_until_quiet
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.population.public import CitizenFacts, enter_citizen
from nentang.government.queue.actions import (
    add_matter,
    add_window,
    open_window,
    set_up_office,
    take_ticket_in_hall,
)
from nentang.government.services import actions
from tests.foundation.identity.factories import make_account, make_person
from tests.government.catalogue.factories import make_ministry
from tests.government.services.factories import (
    Office,
    make_dossier,
    make_office,
    make_officer,
)

LONG = "Uỷ ban nhân dân xã Mẫu Có Tên Rất Dài Để Xem Trang Có Còn Đứng Vững Hay Không"


def make_small_house(*, at: datetime) -> dict[str, int]:
    """Everybody who looks, as accounts; what they look at is found in the database."""
    office = make_office(at=at, name=LONG)
    mother = _mother(at)
    _open_account(office, at)
    _work(office, mother, at)
    _neighbours(at)
    _queue(office, at)
    ministry = make_ministry(at=at)
    people = {
        "mother": mother,
        "clerk": office.clerk,
        "leader": office.leader,
        "district_clerk": office.clerk,
        "desk_clerk": office.clerk,
        "desk_leader": office.leader,
        "province": office.leader,
        "inspector": make_officer(office.body, "inspector", at=at),
        "document_clerk": make_officer(office.body, "document_clerk", at=at),
        "administrator": make_officer(office.body, "administrator", at=at),
        "registrar": _registrar(office, mother, at),
        "writer": ministry.writer,
    }
    run_until_quiet(at=at + timedelta(minutes=1))
    return {name: actor.account_id or 0 for name, actor in people.items()}


def _registrar(office: Office, mother: Actor, at: datetime) -> Actor:
    """Who keeps the register of the commune, with the mother in it."""
    registrar = make_officer(office.body, "registrar", at=at)
    known = person(mother.person_id or 0)
    enter_citizen(
        number=known.personal_number or "",
        facts=CitizenFacts(
            full_name=known.full_name,
            sex="female",
            birth_on=known.birth_on,
            birth_year=known.birth_year or 0,
        ),
        keeper_id=office.body.pk,
        basis=Basis(BasisKind.BOOK, "Sổ mẫu"),
        actor=registrar,
        at=at,
    )
    return registrar


def _mother(at: datetime) -> Actor:
    """Somebody who lives in the commune, signed in at level 2."""
    account = make_account(at=at, person=make_person(at=at, unit_code="98001"), assurance=2)
    return actor_for_account(account.pk, at, assurance=2)


def _open_account(office: Office, at: datetime) -> None:
    open_payee_account(
        organization_id=office.body.pk,
        bank_bin="970415",
        account_number="0011001932418",
        holder="UY BAN NHAN DAN XA MAU",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )


def _work(office: Office, mother: Actor, at: datetime) -> None:
    """Dossiers in every state, fees owed and paid, and money nobody can place."""
    births = [make_dossier(office=office, applicant=mother, at=at).code for _ in range(5)]
    done, deciding, asked, _new, working = births
    for code in (done, deciding, working):
        actions.receive_dossier(code=code, actor=office.clerk, at=at)
    for code in (done, deciding):
        actions.propose_decision(code=code, actor=office.clerk, at=at)
    actions.grant_dossier(code=done, actor=office.leader, at=at)
    actions.ask_supplement(
        code=asked, items="Giấy chứng sinh, chụp lại cho rõ cả bốn góc", actor=office.clerk, at=at
    )
    for is_paid in (True, False):
        copies = make_dossier(office=office, applicant=mother, at=at, procedure="2.000635").code
        actions.receive_dossier(code=copies, actor=office.clerk, at=at)
        if is_paid:
            cashier().record_cash(reference=copies, actor=office.clerk, at=at)
            actions.settle_fee(code=copies, at=at)
    told = Notice(
        id="m1",
        kind=Kind.TRANSFER_RECEIVED,
        amount=8_000,
        transaction="FT1",
        purpose="khong ghi gi",
        bank_bin="970415",
        account="0011001932418",
    )
    book_notice(gateway="bank", notice=told, body=b"m1", at=at)


def _neighbours(at: datetime) -> None:
    justice = create_organization(
        name="Phòng Tư pháp huyện Mẫu",
        kind=OrganizationKind.DEPARTMENT,
        level=OrganizationLevel.DISTRICT,
        unit_code="981",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    make_officer(justice, "specialist", at=at)


def _queue(office: Office, at: datetime) -> None:
    body, leader = office.body.pk, office.leader
    queue = set_up_office(organization_id=body, promised_minutes=20, actor=leader, at=at)
    matters = [
        add_matter(organization_id=body, prefix=prefix, name=name, actor=leader, at=at).pk
        for prefix, name in (("H", "Hộ tịch"), ("C", "Chứng thực"))
    ]
    window = add_window(
        organization_id=body, number=1, name="Các việc", matter_ids=matters, actor=leader, at=at
    )
    open_window(window_id=window.pk, actor=office.clerk, at=at)
    for matter in (*matters, *matters):
        take_ticket_in_hall(
            hall_key=queue.hall_key, matter_id=matter, ground="", actor=ANONYMOUS, at=at
        )
