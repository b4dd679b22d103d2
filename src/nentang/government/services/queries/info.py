"""Dossiers as other apps may know them: identifiers and values, and who worked on them."""

from datetime import datetime

from nentang.foundation.casework.public import TimelineEntry, kind_named
from nentang.government.services.models import Dossier
from nentang.kernel.frozen import Frozen

from .dossiers import find_dossier


class DossierInfo(Frozen):
    """A dossier at an instant. `holder_id` has it now, or had it when it ended.

    `late_since` is the promised time where that passed without a decision, or before it; None while
    the office waits for the applicant. `outcome` is empty until the dossier is decided.
    """

    id: int
    code: str
    title: str
    organization_id: int
    holder_id: int
    applicant_id: int
    applicant_name: str
    on_behalf_of_id: int | None
    submitted_at: datetime
    decided_at: datetime | None
    outcome: str
    late_since: datetime | None


def dossier_info(code: str, *, at: datetime) -> DossierInfo:
    """The dossier of that code; DossierNotFound where there is none. Asks no permission."""
    return info_of(find_dossier(code), at=at)


def info_of(dossier: Dossier, *, at: datetime) -> DossierInfo:
    """The frozen form of a dossier; its case must have been selected with it."""
    case = dossier.case
    return DossierInfo(
        id=dossier.pk,
        code=dossier.code,
        title=case.title,
        organization_id=dossier.organization_id,
        holder_id=case.holder_id,
        applicant_id=dossier.applicant_id,
        applicant_name=case.applicant_name,
        on_behalf_of_id=dossier.on_behalf_of_id,
        submitted_at=dossier.submitted_at,
        decided_at=dossier.decided_at,
        outcome=dossier.outcome,
        late_since=_late_since(dossier, at),
    )


def _late_since(dossier: Dossier, at: datetime) -> datetime | None:
    promised = dossier.case.first_due_at or dossier.case.due_at
    is_waiting = dossier.decided_at is None and dossier.case.suspended_at is not None
    if promised is None or is_waiting:
        return None
    return promised if (dossier.decided_at or at) > promised else None


def officers_of(dossier_id: int) -> frozenset[int]:
    """Accounts of those who took a step of the desk on the dossier: received, proposed, decided it."""
    steps = [step.name for step in kind_named("dossier").transitions.values() if step.roles]
    case = Dossier.objects.filter(pk=dossier_id).values("case")
    entries = TimelineEntry.objects.filter(case__in=case, step__in=steps, account__isnull=False)
    return frozenset(entries.values_list("account_id", flat=True))
