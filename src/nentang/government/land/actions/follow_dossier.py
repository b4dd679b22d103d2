"""Enter the land that a granted dossier registers, once."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.identity.public import find_person, register_person
from nentang.foundation.organizations.public import organization
from nentang.foundation.registers.public import Act, Basis, BasisKind, write_version
from nentang.government.land.enums import FormOfUse
from nentang.government.land.models import LAW, Parcel, Right, Use
from nentang.government.land.queries import (
    Holder,
    holders_on,
    is_entered_from,
    keeper_for,
    parcel_code,
)
from nentang.government.land.rules.reading import Named, Registered, read_registered
from nentang.government.land.rules.shares import equal_shares
from nentang.government.services.public import read_answers
from nentang.kernel.clock import legal_day
from nentang.kernel.identifiers import parse_personal_number

from ._facts import CertificateFacts, HolderShare, ParcelFacts, RightFacts, write_holders
from .enter_parcel import ParcelEntry, enter_parcel
from .issue_certificate import issue_certificate

UNKNOWN_SHEET = 0
"""The sheet of what no map shows yet."""


@transaction.atomic
def follow_dossier(*, code: str, at: datetime) -> bool:
    """Whether the dossier registered land that was entered now; a second call enters nothing.

    A parcel that a map shows and nobody has gets the right; one that somebody has stays as it is, and what
    was granted stands beside it on the sheet of what no map shows, to be settled by whoever keeps the land.
    """
    if is_entered_from(code):
        return False
    dossier = read_answers(
        code=code, purpose="Ghi thửa đất vào cơ sở dữ liệu", legal_basis=LAW, actor=SYSTEM, at=at
    )
    body = organization(dossier.organization_id)
    today = legal_day(at)
    said = read_registered(dossier.answers, dossier.decided_on or today)
    unit_code = body.unit_code
    right = _right(said, at)
    certificate = CertificateFacts(body.name, said.decided_on or today)
    known = _known(unit_code, said)
    if known and not holders_on(known, today):
        _grant(known, code, right, certificate, said.decided_on or today, at)
        return True
    enter_parcel(
        entry=ParcelEntry(_plot(said, unit_code, is_free=known is None), right, certificate),
        starts_on=said.decided_on or today,
        keeper_id=keeper_for(unit_code, today) or body.id,
        basis=Basis(BasisKind.CASE, code),
        actor=SYSTEM,
        at=at,
        dossier=code,
    )
    return True


def _known(unit_code: str, said: Registered) -> Parcel | None:
    if not (said.sheet and said.number):
        return None
    code = parcel_code(unit_code, said.sheet, said.number)
    return Parcel.objects.select_for_update().filter(code=code).first()


def _grant(
    parcel: Parcel,
    code: str,
    right: RightFacts,
    certificate: CertificateFacts,
    valid_from: date,
    at: datetime,
) -> None:
    """The right and its certificate, for a parcel that the map shows already."""
    basis = Basis(BasisKind.CASE, code)
    parcel.dossier = code
    parcel.save(update_fields=["dossier"])
    [holders] = write_holders([right.shares])
    write_version(
        version=Right(record=parcel, holders=holders, form=right.form, origin=right.origin),
        act=Act.ENTRY,
        valid_from=valid_from,
        basis=basis,
        actor=SYSTEM,
        at=at,
    )
    issue_certificate(
        code=parcel.code,
        facts=certificate,
        valid_from=valid_from,
        basis=basis,
        actor=SYSTEM,
        at=at,
    )


def _plot(said: Registered, unit_code: str, *, is_free: bool) -> ParcelFacts:
    is_numbered = bool(said.sheet and said.number) and is_free
    return ParcelFacts(
        unit_code=unit_code,
        sheet=said.sheet if is_numbered else UNKNOWN_SHEET,
        number=said.number if is_numbered else 0,
        area=said.area,
        uses=(Use(said.use, said.area),),
        address_line=said.place,
        earlier="" if is_numbered else said.earlier,
    )


def _right(said: Registered, at: datetime) -> RightFacts:
    parts = equal_shares(len(said.holders))
    shares = tuple(
        HolderShare(Holder(person_of(who, at)), part)
        for who, part in zip(said.holders, parts, strict=True)
    )
    form = FormOfUse.JOINT if len(shares) == 2 else FormOfUse.PRIVATE
    return RightFacts(shares, form, said.origin)


def person_of(who: Named, at: datetime) -> int:
    """Whoever has that number, known before or from now on; InvalidIdentifier."""
    known = find_person(who.number)
    if known:
        return known.id
    number = parse_personal_number(who.number)
    return register_person(
        full_name=who.name,
        birth_year=number.birth_year,
        personal_number=number.text,
        sex=number.sex.value,
        actor=SYSTEM,
        at=at,
    ).pk
