"""The smaller registers in the demo: invented entries in each, some sent in by citizens and a company."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from nentang.agreements.actor import SYSTEM, Actor
from nentang.foundation.identity.public import Account, actor_for_account, grant_mandate
from nentang.foundation.organizations.public import (
    OrganizationKind,
    OrganizationLevel,
    create_organization,
    organization_by_code,
)
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen
from nentang.measure.small_registers import actions
from nentang.measure.small_registers.queries import find_entry, register_named

from .bodies import BEN_TRE
from .ledger_entries import COMMUNES, KEPT, SENT, STALE, Planned

OWNERS = {
    "G14": ("so.botttt", "duyetso.botttt"),
    "G15": ("", ""),
    "G02": ("", ""),
    "G12": ("", ""),
}
NAMES = ("Hà Thị Sổ", "Hà Văn Sổ")
INVITED = "propose"
Officer = Callable[[str, str, int, str], Actor]


class Keeper(Frozen):
    """A body with who works on its registers and who publishes."""

    body: int
    worker: Actor
    leader: Actor


def ledger_people(officer: Officer, *, on: date) -> dict[str, Keeper]:
    """The owners of the registers, by code; made by the stage's cast."""
    found = {}
    for code, usernames in OWNERS.items():
        body = organization_by_code(code, on).id
        worker, leader = (
            officer(name, role, body, username)
            for name, role, username in zip(NAMES, ("specialist", "leader"), usernames, strict=True)
        )
        found[code] = Keeper(body, worker, leader)
    return found


def play_ledgers(
    owners: dict[str, Keeper], province: Keeper, communes: Sequence[str], *, until: datetime
) -> list[str]:
    """All of it in the past; what waits for the visitor. Codes of documents under legal review."""
    begun = until - timedelta(days=40)
    codes = {each: _enter(_keeper(each, owners, province), each, begun) for each in KEPT}
    for number, (place, counted) in enumerate(zip(communes, COMMUNES, strict=False)):
        at = until - timedelta(days=250) if number == STALE else begun
        _enter(province, _coverage(place, counted, at), at)
    _send(owners, until)
    actions.count_entries(actor=SYSTEM, at=until)
    return [code for each, code in codes.items() if each.register == "legal_review"]


def _coverage(place: str, counted: tuple[int, int, int], at: datetime) -> Planned:
    households, fibre, wifi = counted
    typed = {
        "place": place,
        "households": str(households),
        "households_fibre": str(fibre),
        "mobile": "4g",
        "wifi_points": str(wifi),
        "counted_on": legal_day(at - timedelta(days=7)).isoformat(),
    }
    return Planned("coverage", BEN_TRE, typed)


def _keeper(planned: Planned, owners: dict[str, Keeper], province: Keeper) -> Keeper:
    return province if planned.keeper == BEN_TRE else owners[planned.keeper]


def _enter(keeper: Keeper, planned: Planned, at: datetime) -> str:
    entry = actions.enter_entry(
        register=planned.register,
        organization_id=keeper.body,
        typed=planned.typed,
        actor=keeper.worker,
        at=at,
    )
    _walk(keeper, entry.code, planned.last, at)
    return entry.code


def _walk(keeper: Keeper, code: str, last: str, at: datetime) -> None:
    """To the leader's step; an empty `last` leaves it where it begins."""
    if not last:
        return
    steps = register_named(find_entry(code).register).steps
    first = INVITED if INVITED in steps else "submit"
    by = {"code": code, "reason": ""}
    actions.take_step(step=first, actor=keeper.worker, at=at + timedelta(hours=2), **by)
    if last != first:
        actions.take_step(step=last, actor=keeper.leader, at=at + timedelta(days=1), **by)


def _send(owners: dict[str, Keeper], until: datetime) -> None:
    """Stories and a dispute of citizens, what a company proposes; most of it waits for the visitor."""
    company = _company(until)
    senders = {"lemau": _actor("lemau", until), "buithu": _actor("buithu", until), "company": company}  # fmt: skip
    for number, planned in enumerate(SENT):
        at = until - timedelta(days=20 - number)
        entry = actions.submit_entry(
            register=planned.register,
            typed=planned.typed,
            statement=planned.statement,
            file_ids=[],
            actor=senders[planned.keeper],
            at=at,
        )
        keeper = next(each for each in owners.values() if each.body == entry.organization_id)
        _walk(keeper, entry.code, planned.last, at + timedelta(days=1))


def _company(at: datetime) -> Actor:
    """Bùi Văn Thử represents an invented company."""
    account = Account.objects.get(username="buithu")
    company = create_organization(
        name="Công ty cổ phần Thử Nghiệm Số",
        kind=OrganizationKind.OTHER,
        level=OrganizationLevel.PROVINCE,
        unit_code=BEN_TRE,
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    mandate = grant_mandate(
        kind="company",
        agent_person_id=account.person_id or 0,
        principal_organization_id=company.pk,
        basis="Điều lệ công ty (thử nghiệm)",
        valid_from=date(2020, 1, 1),
        actor=SYSTEM,
        at=at,
    )
    return actor_for_account(account.pk, at, assurance=2, mandate_id=mandate.pk)


def _actor(username: str, at: datetime) -> Actor:
    return actor_for_account(Account.objects.get(username=username).pk, at)
