"""Write an entry that an officer types: of today, for a dossier, or of the past with its own number."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.organizations.public import organization
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.civil_status.errors import EntryUnreadable
from nentang.government.civil_status.models import CivilEntry, CivilFacts
from nentang.government.civil_status.permissions import check_keeps_books
from nentang.government.civil_status.rules.numbers import MOST, BookPlace, shown_number
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

from ._read import facts_from
from ._waiting import note_entered, waiting_one
from .enter_entry import enter_entry, enter_past

DECLARED = Basis(BasisKind.DOCUMENT, "declared")
"""What stands behind an entry that somebody declares at the counter."""


class Past(Frozen):
    """Where an old entry stands on paper, and when it was registered."""

    number: int
    volume: int
    registered_on: date


@transaction.atomic
def enter_by_hand(
    *,
    kind: str,
    typed: Mapping[str, str],
    organization_id: int,
    actor: Actor,
    at: datetime,
    dossier_code: str = "",
    past: Past | None = None,
) -> CivilEntry:
    """The entry. With a dossier it is that dossier's, written once; with `past` it keeps its number.

    Raises NotYourRegister, EntryUnreadable, EntryRefused, NumberUsed, DossierNotReady.
    """
    check_keeps_books(actor, organization_id)
    facts = facts_from(kind, typed)
    if past:
        return _enter_past(facts, kind, past, organization_id, actor, at)
    waiting = waiting_one(dossier_code, kind, organization_id) if dossier_code else None
    entry = enter_entry(
        facts=facts,
        registered_on=waiting.granted_on if waiting else legal_day(at),
        organization_id=organization_id,
        basis=Basis(BasisKind.CASE, dossier_code) if waiting else DECLARED,
        actor=actor,
        at=at,
    )
    if waiting:
        note_entered(waiting, entry)
    return entry


def _enter_past(
    facts: CivilFacts, kind: str, past: Past, organization_id: int, actor: Actor, at: datetime
) -> CivilEntry:
    place = place_of(kind, past, organization(organization_id).unit_code, at)
    return enter_past(
        facts=facts,
        place=place,
        registered_on=past.registered_on,
        organization_id=organization_id,
        basis=Basis(BasisKind.BOOK, shown_number(place.number, place.year)),
        actor=actor,
        at=at,
    )


def place_of(kind: str, past: Past, unit_code: str, at: datetime) -> BookPlace:
    """The place in the paper book; EntryUnreadable for a number or day that cannot be."""
    is_place = 0 < past.number <= MOST and 0 < past.volume < 1000
    if not is_place or past.registered_on > legal_day(at):
        raise EntryUnreadable(column=_("Số, quyển, ngày đăng ký"), rule=_("như trên trang sổ giấy"))
    return BookPlace(kind, unit_code, past.registered_on.year, past.volume, past.number)
