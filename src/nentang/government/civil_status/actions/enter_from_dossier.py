"""Write what a granted dossier says into its book, once."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.registers.public import Basis, BasisKind
from nentang.government.civil_status.enums import Outcome
from nentang.government.civil_status.models import CivilEntry, DossierEntry
from nentang.government.civil_status.models.entries import LAW
from nentang.government.civil_status.rules.dossiers import kind_of, typed_from
from nentang.government.services.public import DossierAnswers, read_answers
from nentang.government.services.public import Outcome as DossierOutcome
from nentang.kernel.clock import legal_day
from nentang.kernel.errors import DomainError

from ._read import facts_from
from ._waiting import note_entered
from .enter_entry import enter_entry

PURPOSE = "Ghi Sổ hộ tịch"
GENERAL = "Tờ khai chung không có đủ mục của sổ."


@transaction.atomic
def enter_from_dossier(*, code: str, at: datetime) -> DossierEntry | None:
    """What became of the dossier: entered, or waiting for an officer with the reason; None where not granted.

    Brought again, by whomever, it is the same: the row of the dossier is written first, and only one can.
    """
    if before := DossierEntry.objects.filter(dossier_code=code).first():
        return before
    read = read_answers(code=code, purpose=PURPOSE, legal_basis=LAW, actor=SYSTEM, at=at)
    if read.outcome != DossierOutcome.GRANTED:
        return None
    row, is_new = DossierEntry.objects.get_or_create(
        dossier_code=code,
        defaults={
            "kind": kind_of(read.procedure),
            "organization_id": read.organization_id,
            "outcome": Outcome.WAITING,
            "reasons": [GENERAL],
            "granted_on": read.decided_on or legal_day(at),
        },
    )
    if is_new:
        _settle(row, read, at)
    return row


def _settle(row: DossierEntry, read: DossierAnswers, at: datetime) -> None:
    typed = typed_from(read.procedure, read.answers)
    if typed is not None:
        try:
            entry = _enter(row, typed, row.granted_on, at)
        except DomainError as refused:
            row.reasons = [refused.sentence]
            row.save(update_fields=["reasons"])
        else:
            note_entered(row, entry)
    record(
        actor=SYSTEM,
        action="civil_status.enter_from_dossier",
        subject=f"dossier_entry:{row.pk}",
        organization_id=row.organization_id,
        at=at,
        details={"outcome": str(row.outcome)},
    )


@transaction.atomic
def _enter(row: DossierEntry, typed: dict[str, str], on: date, at: datetime) -> CivilEntry:
    """The entry; where it is refused nothing of it stays, but the dossier's row does."""
    return enter_entry(
        facts=facts_from(row.kind, typed),
        registered_on=on,
        organization_id=row.organization_id,
        basis=Basis(BasisKind.CASE, row.dossier_code),
        actor=SYSTEM,
        at=at,
    )
