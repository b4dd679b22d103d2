"""Invented people who act and look."""

import time
from datetime import datetime

from nentang.agreements.actor import UNDER, Actor, ActorKind, Role
from nentang.foundation.audit.public import record, record_look, seal


def an_officer(*, role: str = "clerk", organization_id: int = 5, person_id: int = 40) -> Actor:
    """An officer of a commune."""
    return Actor(
        kind=ActorKind.OFFICER,
        account_id=4,
        person_id=person_id,
        name="Bùi Văn Thử",
        roles=(Role(role, organization_id),),
        assurance=2,
    )


def a_person(
    *, person_id: int = 9, principal_person_id: int | None = None, scope: str = ""
) -> Actor:
    """A citizen, possibly acting for somebody else, under a mandate for everything or that scope."""
    return Actor(
        kind=ActorKind.PERSON,
        account_id=3,
        person_id=person_id,
        name="Lê Thị Mẫu",
        assurance=2,
        mandate_id=principal_person_id and 1,
        principal_person_id=principal_person_id,
        scopes=frozenset({f"{UNDER}{scope}"}) if principal_person_id else frozenset(),
    )


def an_act(*, at: datetime, number: int = 1) -> None:
    """One recorded act."""
    record(
        actor=an_officer(),
        action="tests.light_lamp",
        subject=f"lamp:{number}",
        at=at,
        details={"number": number, "place": "Hoà Bình"},
    )


def a_look(*, at: datetime, person_id: int = 9, actor: Actor | None = None) -> None:
    """One recorded look at a person's data."""
    record_look(
        actor=actor or an_officer(),
        subject="dossier:123",
        person_id=person_id,
        fields=("full_name", "birth_on"),
        purpose="Đối chiếu giấy tờ trong hồ sơ",
        legal_basis="Nghị định 61/2018/NĐ-CP, Điều 17",
        at=at,
    )


def seal_soon(at: datetime) -> int:
    """Seal what is settled, waiting for transactions of strangers in the same PostgreSQL."""
    for _ in range(50):
        if sealed := seal(at=at):
            return sealed
        time.sleep(0.1)
    return 0
