"""Whether bodies answered complaints within their terms: what assessing them asks of complaints."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, Sum, When
from django.db.models.functions import Coalesce
from django.urls import reverse

from nentang.government.complaints.enums import Outcome
from nentang.government.complaints.models import Complaint
from nentang.government.services.public import Evidence, EvidenceRow, Span, Tally

NAME = "complaints"
IN_TIME = Case(
    When(
        Q(accepted_at__isnull=False, accepted_at__gt=F("accept_by"))
        | Q(case__closed_at=None)
        | Q(case__closed_at__gt=F("term")),
        then=0,
    ),
    default=1,
    output_field=IntegerField(),
)


def tallies(levels: Mapping[int, str], span: Span) -> dict[str, dict[int, Tally]]:
    """By the body that settles: complaints that ended or are overdue in the span, and those in time; one query."""
    counted: Any = (
        _fell_due(span)
        .filter(case__holder__in=levels)
        .values_list("case__holder")
        .annotate(good=Sum("in_time"), number=Count("pk"))
    )
    return {NAME: {body: Tally(good, number) for body, good, number in counted}}


def rows(
    name: str, body: int, level: str, span: Span, *, after: int, limit: int
) -> list[EvidenceRow]:
    """The complaints behind it, the late ones first, `after` so many; nothing of whom they are."""
    found: Any = _fell_due(span).filter(case__holder=body).select_related("case", "dossier")
    return [
        EvidenceRow(
            code=each.code,
            title=each.get_about_display(),
            url=reverse("complaints:desk", args=[each.code]),
            happened_at=each.case.closed_at or each.filed_at,
            points=each.in_time,
        )
        for each in found.order_by("in_time", "pk")[after : after + limit]
    ]


def _fell_due(span: Span) -> Any:
    """Complaints that ended in the span, or whose term ended in it while they stood open.

    What its complainant withdrew tells nothing of the body.
    """
    found = Complaint.objects.annotate(term=Coalesce("resolve_by", "accept_by"))
    ended = Q(case__closed_at__gte=span.since, case__closed_at__lt=span.until)
    is_overdue = Q(case__closed_at=None, term__gte=span.since, term__lt=min(span.until, span.at))
    return (
        found.filter(ended | is_overdue)
        .exclude(outcome=Outcome.WITHDRAWN)
        .annotate(in_time=IN_TIME)
    )


EVIDENCE = Evidence((NAME,), tallies, rows)
