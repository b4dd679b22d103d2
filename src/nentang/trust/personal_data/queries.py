"""Reads of personal data, for pages and commands."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import F, Q, QuerySet

from nentang.agreements.actor import Actor
from nentang.foundation.documents.public import unnamed_days_on, unnamed_files
from nentang.foundation.holdings.public import holding_of, terms_on
from nentang.foundation.identity.public import Account
from nentang.foundation.organizations.public import Organization
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

from .adapters.erasing import chores_on, due_rows
from .enums import ROLE
from .errors import RequestNotFound
from .models import Breach, Export, LegalHold, RetentionRun, SubjectRequest


class Due(Frozen):
    """How many rows of a field are due to be erased, after how many days and by which act."""

    field: str
    rows: int
    days: int
    citation: str
    verified: bool


class ToldRun(Frozen):
    """A run of erasure: when, whether it came to its end, how many of what."""

    at: datetime
    is_over: bool
    told: list[tuple[str, int]]


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
    rule = unnamed_days_on(day)
    unnamed = unnamed_files(at).count()
    named = "documents.StoredFile (unnamed)"
    return [*found, Due(named, unnamed, rule.value, rule.citation, rule.verified)]


def last_runs() -> list[ToldRun]:
    """The last runs of erasure in words, latest first."""
    rows = RetentionRun.objects.order_by("-pk")[:10]
    return [ToldRun(row.begun_at, row.ended_at is not None, _told(row.counts)) for row in rows]


def _told(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """How many by what people call it."""
    told: dict[str, int] = {}
    for what, count in counts.items():
        holding = holding_of(what.partition(":")[0])
        name = str(holding.title) if holding else what
        told[name] = told.get(name, 0) + count
    return sorted(told.items())


def holds_of(actor: Actor) -> list[LegalHold]:
    """Holds in the bodies where the actor answers for personal data, those in force first."""
    bodies = actor.organizations(ROLE)
    rows = LegalHold.objects.filter(case__organization__in=bodies).select_related("case")
    return list(rows.order_by("lifted_at", "until_on", "pk")[:100])


def people_in_charge(organization_id: int, *, on: date) -> list[int]:
    """Persons who answer for personal data in that body on that day."""
    found = _in_charge(on).filter(appointments__organization=organization_id)
    return sorted(found.values_list("person_id", flat=True).distinct())


def bodies_in_charge(on: date) -> list[Organization]:
    """Bodies that have somebody who answers for personal data, by name."""
    ids = _in_charge(on).values("appointments__organization")
    return list(Organization.objects.filter(pk__in=ids).order_by("name")[:500])


def _in_charge(on: date) -> QuerySet[Account]:
    in_force = Q(appointments__valid_to=None) | Q(appointments__valid_to__gt=on)
    return Account.objects.filter(
        in_force,
        appointments__role=ROLE,
        appointments__valid_from__lte=on,
        is_active=True,
        person__isnull=False,
    )


def requests_of(person_id: int) -> list[SubjectRequest]:
    """The person's requests, latest first."""
    rows = SubjectRequest.objects.filter(person=person_id)
    return list(rows.select_related("case__organization").order_by("-pk")[:50])


def request_named(code: str) -> SubjectRequest:
    """The request with its case; RequestNotFound. The caller checks whose it is."""
    rows = SubjectRequest.objects.select_related("case__organization")
    request = rows.filter(case__code=code).first()
    if request is None:
        raise RequestNotFound
    return request


def requests_at_desk(actor: Actor) -> list[SubjectRequest]:
    """Requests that wait in the bodies where the actor answers for personal data, earliest due first."""
    rows = SubjectRequest.objects.filter(
        case__holder__in=actor.organizations(ROLE), case__closed_at=None
    )
    ordered = rows.order_by(F("case__due_at").asc(nulls_last=True), "pk")
    return list(ordered.select_related("case__organization")[:100])


def own_bodies(actor: Actor) -> list[Organization]:
    """Bodies where the actor answers for personal data, by name."""
    return list(Organization.objects.filter(pk__in=actor.organizations(ROLE)).order_by("name"))


def breaches_of(actor: Actor) -> list[Breach]:
    """Breaches of those bodies, those of which nobody was told yet first, then the latest."""
    rows = Breach.objects.filter(organization__in=actor.organizations(ROLE))
    waiting_first = F("notified_at").asc(nulls_first=True)
    ordered = rows.order_by(waiting_first, "-pk").select_related("organization", "notice")
    return list(ordered[:100])
