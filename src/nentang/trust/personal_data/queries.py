"""Reads of personal data, for pages and commands."""

from dataclasses import dataclass
from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import unnamed_files
from nentang.foundation.holdings.public import terms_on
from nentang.kernel.clock import legal_day

from .adapters.erasing import chores_on, due_rows
from .enums import ROLE
from .models import Export, LegalHold, RetentionRun


@dataclass(frozen=True, slots=True)
class Due:
    """How many rows of a field are due to be erased, after how many days and by which act."""

    field: str
    rows: int
    days: int
    citation: str
    verified: bool


def exports_of(person_id: int) -> list[Export]:
    """The person's last exports, latest first."""
    return list(Export.objects.filter(person=person_id).order_by("-pk")[:5])


def due_now(at: datetime) -> list[Due]:
    """What a run at that instant would erase, field by field; nothing is changed."""
    day = legal_day(at)
    terms = terms_on(day)
    found = [
        Due(name, count, chore.days, terms[name].citation, terms[name].verified)
        for chore in chores_on(day)
        for count in [due_rows(chore, at=at, day=day).count()]
        for name in chore.names
    ]
    unnamed = unnamed_files(at).count()
    return [*found, Due("documents.StoredFile (unnamed)", unnamed, 90, "", False)]


def last_runs() -> list[RetentionRun]:
    """The last runs of erasure, latest first."""
    return list(RetentionRun.objects.order_by("-pk")[:10])


def holds_of(actor: Actor) -> list[LegalHold]:
    """Holds in the bodies where the actor answers for personal data, those in force first."""
    bodies = actor.organizations(ROLE)
    rows = LegalHold.objects.filter(case__organization__in=bodies).select_related("case")
    return list(rows.order_by("lifted_at", "until_on", "pk")[:100])
