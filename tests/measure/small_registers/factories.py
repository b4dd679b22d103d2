"""A ministry that owns registers, a commune that keeps some, and entries; all by real actions."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.casework import registry as casework
from nentang.foundation.identity.public import actor_for_account, grant_mandate
from nentang.foundation.organizations.public import (
    Organization,
    OrganizationKind,
    OrganizationLevel,
    create_organization,
)
from nentang.kernel.frozen import Frozen
from nentang.measure.small_registers import actions, registry
from nentang.measure.small_registers.models import Entry
from nentang.measure.small_registers.queries import find_entry, register_named, registers
from nentang.measure.small_registers.rules.registers import Field
from tests.foundation.identity.factories import make_account, make_person
from tests.government.services.factories import make_officer

STORY = {
    "name": "Chợ không tiền mặt",
    "where": "Chợ Mẫu",
    "done": "Dán mã QR ở mọi quầy.",
    "changed": "Bảy trên mười lượt mua trả bằng mã.",
}
DOMAIN = {
    "domain": "dichvucong.mau.gov.vn",
    "system": "Cổng dịch vụ công",
    "ipv6": "both",
    "dnssec": "yes",
}


class Keepers(Frozen):
    """A body with who works on its registers, and two leaders."""

    body: Organization
    specialist: Actor
    leader: Actor
    deputy: Actor


def make_keepers(*, at: datetime, code: str = "G14") -> Keepers:
    """A ministry of that code."""
    known = Organization.objects.filter(code_qd20=code).first()
    body = known or create_organization(
        name=f"Bộ Mẫu {code}",
        kind=OrganizationKind.MINISTRY,
        level=OrganizationLevel.MINISTRY,
        code=code,
        valid_from=date(2004, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    officers = (make_officer(body, role, at=at) for role in ("specialist", "leader", "leader"))
    return Keepers(body, *officers)


def make_citizen(*, at: datetime) -> Actor:
    """Somebody who is signed in at level 2."""
    return actor_for_account(make_account(at=at, assurance=2).pk, at, assurance=2)


def make_representative(*, at: datetime) -> Actor:
    """Somebody who acts for a company."""
    company = create_organization(
        name="Công ty Thử",
        kind=OrganizationKind.OTHER,
        level=OrganizationLevel.MINISTRY,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    person = make_person(at=at)
    account = make_account(at=at, person=person, assurance=2)
    mandate = grant_mandate(
        kind="company",
        agent_person_id=person.pk,
        principal_organization_id=company.pk,
        basis="Điều lệ thử",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    return actor_for_account(account.pk, at, assurance=2, mandate_id=mandate.pk)


def entered(keepers: Keepers, register: str, typed: Mapping[str, str], *, at: datetime) -> Entry:
    """An entry of the body, in its first state."""
    return actions.enter_entry(
        register=register,
        organization_id=keepers.body.pk,
        typed=typed,
        actor=keepers.specialist,
        at=at,
    )


def published(keepers: Keepers, register: str, typed: Mapping[str, str], *, at: datetime) -> Entry:
    """An entry that a leader published."""
    entry = entered(keepers, register, typed, at=at)
    walk(keepers, entry.code, "publish", at=at)
    return find_entry(entry.code)


def walk(keepers: Keepers, code: str, last: str, *, at: datetime) -> None:
    """From the first state by what the specialist does, to that step of the leader's."""
    entry = find_entry(code)
    first = "propose" if "propose" in register_named(entry.register).steps else "submit"
    by = {"code": code, "reason": "", "at": at}
    actions.take_step(step=first, actor=keepers.specialist, **by)
    actions.take_step(step=last, actor=keepers.leader, **by)


def filled(code: str) -> dict[str, str]:
    """Something plainly invented in every field of a register but those of communes."""
    return {each.id: _filled(each) for each in register_named(code).fields}


def _filled(field: Field) -> str:
    like = {
        "number": "100",
        "money": "1.000.000",
        "day": "2020-12-01" if field.is_past else "2021-06-30",
        "url": "https://mau.example.vn/",
        "domain": "mau.gov.vn",
    }
    if field.options:
        return next(iter(field.options))
    return like.get(field.kind, f"Thử nghiệm {field.id}")


@contextmanager
def known_register(path: Path) -> Iterator[str]:
    """Let the register in that file be known for a while."""
    files, tables = dict(registry._files), dict(casework._tables)
    try:
        yield registry.add_register(path)
    finally:
        for kept, before in ((registry._files, files), (casework._tables, tables)):
            kept.clear()  # type: ignore[attr-defined]
            kept.update(before)  # type: ignore[attr-defined]
        casework.kind_named.cache_clear()


ALL = tuple(each.code for each in registers())
