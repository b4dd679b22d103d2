"""From a form to the action of each act; each gives the code of the parcel to show then."""

from collections.abc import Callable, Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any

from nentang.agreements.actor import Actor
from nentang.foundation.identity.public import find_person
from nentang.government.land import actions
from nentang.government.land.actions.register_mortgage import Mortgage
from nentang.government.land.enums import Origin
from nentang.government.land.errors import HolderUnknown
from nentang.government.land.models import Parcel
from nentang.government.land.queries import Holder, holders_on

Doing = Callable[[Parcel, Any, Actor, datetime], str]


def _transfer(record: Parcel, form: Any, actor: Actor, at: datetime) -> str:
    said = form.cleaned_data
    known = holders_on(record, said["valid_from"])
    giver = next((who for who in known if said["giver"] == _key(who)), None)
    whole = known.get(giver, Fraction(1)) if giver else Fraction(1)
    takers = _takers(said)
    part = (said["part"] or whole) / len(takers)
    actions.transfer_right(
        code=record.code,
        takers=[actions.HolderShare(who, part) for who in takers],
        giver=giver,
        origin=Origin(said["origin"]),
        valid_from=said["valid_from"],
        basis=form.basis,
        actor=actor,
        at=at,
        is_joint=len(takers) == 2,
    )
    return record.code


def _key(who: Holder) -> str:
    return str(who.person_id or who.organization_code or who.organization_name)


def _takers(said: Mapping[str, Any]) -> list[Holder]:
    if said["organization_name"]:
        name, code = said["organization_name"], said["organization_code"]
        return [Holder(organization_name=name, organization_code=code)]
    found = [find_person(number) for number in (said["taker"], said["spouse"]) if number]
    if None in found:
        raise HolderUnknown
    return [Holder(each.id) for each in found if each]


def _certify(record: Parcel, form: Any, actor: Actor, at: datetime) -> str:
    said = form.cleaned_data
    actions.issue_certificate(
        code=record.code,
        facts=actions.CertificateFacts(
            said["issued_by"], said["valid_from"], said["serial"], said["book_number"]
        ),
        valid_from=said["valid_from"],
        basis=form.basis,
        actor=actor,
        at=at,
    )
    return record.code


def _revoke(record: Parcel, form: Any, actor: Actor, at: datetime) -> str:
    actions.revoke_certificate(
        code=record.code,
        valid_from=form.cleaned_data["valid_from"],
        basis=form.basis,
        actor=actor,
        at=at,
    )
    return record.code


def _pledge(record: Parcel, form: Any, actor: Actor, at: datetime) -> str:
    said = form.cleaned_data
    actions.register_mortgage(
        code=record.code,
        mortgage=Mortgage(said["number"], said["lender"], said["contract"]),
        valid_from=said["valid_from"],
        basis=form.basis,
        actor=actor,
        at=at,
    )
    return record.code


def _release(record: Parcel, form: Any, actor: Actor, at: datetime) -> str:
    actions.release_mortgage(
        code=record.code,
        number=form.cleaned_data["number"],
        valid_from=form.cleaned_data["valid_from"],
        basis=form.basis,
        actor=actor,
        at=at,
    )
    return record.code


def _join(record: Parcel, form: Any, actor: Actor, at: datetime) -> str:
    made = actions.join_parcels(
        codes=[record.code, *form.cleaned_data["others"]],
        valid_from=form.cleaned_data["valid_from"],
        basis=form.basis,
        actor=actor,
        at=at,
    )
    return made.code


def _block(record: Parcel, form: Any, actor: Actor, at: datetime) -> str:
    said = form.cleaned_data
    reason = f"{said['reason']} ({said['document']})"
    actions.block_parcel(code=record.code, reason=reason, actor=actor, at=at)
    return record.code


def _unblock(record: Parcel, form: Any, actor: Actor, at: datetime) -> str:
    actions.unblock_parcel(code=record.code, actor=actor, at=at)
    return record.code


def _undo(record: Parcel, form: Any, actor: Actor, at: datetime) -> str:
    actions.undo_redrawing(code=record.code, basis=form.basis, actor=actor, at=at)
    return record.code


DOINGS: Mapping[str, Doing] = {
    "chuyen-quyen": _transfer,
    "cap-giay": _certify,
    "thu-hoi-giay": _revoke,
    "the-chap": _pledge,
    "xoa-the-chap": _release,
    "hop-thua": _join,
    "ngan-chan": _block,
    "go-ngan-chan": _unblock,
    "hoan-tac": _undo,
}
