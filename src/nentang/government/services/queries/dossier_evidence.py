"""What dossiers tell about the bodies that decided them: by name of the evidence, down to each dossier."""

from collections.abc import Mapping
from typing import Any

from django.db.models import (
    Avg,
    Case,
    Count,
    Exists,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.urls import reverse

from nentang.government.catalogue.public import bundle_of_digest
from nentang.government.services.enums import Channel, Outcome
from nentang.government.services.models import Consultation, Dossier, DossierPaper
from nentang.government.services.registry import Evidence, EvidenceRow, Span
from nentang.government.services.rules.assessment import Tally
from nentang.kernel.frozen import Frozen

from .decided import day_of, decided_dossiers

CASH = "cash"
Tallies = dict[str, dict[int, Tally]]


class Counted(Frozen):
    """Of which dossiers an evidence speaks, and how many points of how many each has."""

    points: Any
    only: Q = Q()
    most: int = 1


def _one_where(condition: Q) -> Case:
    return Case(When(condition, then=1), default=0, output_field=IntegerField())


RESULTS = Q(result__isnull=False) | Q(outcome=Outcome.REFUSED)
ONLINE = Q(channel=Channel.ONLINE)
COUNTED = {
    "time": Counted(F("in_time"), most=2),
    "on_time": Counted(_one_where(Q(in_time__gt=0))),
    "contacts": Counted(F("rating__contacts"), Q(rating__contacts__isnull=False), 2),
    "other_bodies": Counted(F("rating__other_bodies"), Q(rating__other_bodies__isnull=False), 2),
    "attitude": Counted(F("rating__attitude"), Q(rating__attitude__isnull=False), 2),
    "stars": Counted(F("rating__stars") - Value(1), Q(rating__stars__isnull=False), 4),
    "results": Counted(_one_where(RESULTS)),
    "papers": Counted(_one_where(Q(has_papers=True)), Q(needs_papers=1)),
    "online": Counted(_one_where(ONLINE)),
    "late_online": Counted(_one_where(Q(in_time=0)), ONLINE),
    "paid_online": Counted(_one_where(~Q(fee_method=CASH)), ~Q(fee_method="")),
}


def tallies(levels: Mapping[int, str], span: Span) -> Tallies:
    """Each evidence of dossiers by body; three queries, whatever their number."""
    found = _decided(list(levels), span)
    sums: dict[str, Any] = {
        f"{what}_{name}": how
        for name, each in COUNTED.items()
        for what, how in (
            ("sum", Sum(each.points, filter=each.only, output_field=FloatField())),
            ("count", Count("pk", filter=each.only)),
        )
    }
    counted: Tallies = {name: {} for name in COUNTED}
    by_body: Any = found.values("organization_id").annotate(**sums)
    for row in by_body:
        for name, each in COUNTED.items():
            total, count = row[f"sum_{name}"] or 0, row[f"count_{name}"]
            counted[name][row["organization_id"]] = Tally(total, count, each.most)
    return {**counted, "consulted": _consulted(levels, span)}


def rows(
    name: str, body: int, level: str, span: Span, *, after: int, limit: int
) -> list[EvidenceRow]:
    """The dossiers behind that evidence, those with the fewest points first, `after` so many."""
    found = _decided([body], span)
    if name == "consulted":
        of_dossier = _answers().filter(dossier=OuterRef("pk")).values("dossier")
        mean = Subquery(of_dossier.annotate(mean=Avg("points")).values("mean"))
        shown, most = found.annotate(points=mean).exclude(points=None), 2
    else:
        each = COUNTED[name]
        shown, most = found.filter(each.only).annotate(points=each.points), each.most
    ordered = shown.select_related("case").order_by("points", "pk")[after : after + limit]
    return [_row(dossier, most) for dossier in ordered]


def _row(dossier: Dossier, most: int) -> EvidenceRow:
    points: float = dossier.points  # type: ignore[attr-defined] # annotated
    return EvidenceRow(
        code=dossier.code,
        title=dossier.case.title,
        url=reverse("services:desk_dossier", args=[dossier.code]),
        happened_at=dossier.decided_at,
        points=points,
        most=most,
    )


def _decided(bodies: list[int], span: Span) -> "QuerySet[Dossier]":
    """Decided dossiers, with whether they need papers and have any as files."""
    found = decided_dossiers(bodies, since=span.since, until=span.until)
    digests: Any = found.order_by().values_list("bundle_id", flat=True).distinct()
    asking = [each for each in digests if _asks_papers(each)]
    return found.annotate(
        has_papers=Exists(DossierPaper.objects.filter(dossier=OuterRef("pk"))),
        needs_papers=_one_where(Q(bundle_id__in=asking)),
    )


def _asks_papers(digest: str) -> bool:
    return any(paper.required for paper in bundle_of_digest(digest).procedure.papers)


def _consulted(levels: Mapping[int, str], span: Span) -> dict[int, Tally]:
    """Criterion 2 by the body that received the dossier: over the answers that others gave."""
    answers = _answers().filter(
        dossier__organization_id__in=levels,
        dossier__decided_at__gte=span.since,
        dossier__decided_at__lt=span.until,
    )
    counted = answers.values_list("dossier__organization_id").annotate(
        total=Sum("points"), number=Count("pk")
    )
    return {body: Tally(total, count, 2) for body, total, count in counted}


def _answers() -> "QuerySet[Consultation]":
    points = Case(
        When(answered_at__gt=F("case__due_at"), then=0),
        When(day_answered__lt=F("day_due"), then=2),
        default=1,
        output_field=IntegerField(),
    )
    days = {"day_answered": day_of("answered_at"), "day_due": day_of("case__due_at")}
    return Consultation.objects.exclude(answered_at=None).annotate(**days).annotate(points=points)


EVIDENCE = Evidence((*COUNTED, "consulted"), tallies, rows)
