"""How a body did by its dossiers: the figures behind each point, and the dossiers behind each figure."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.db.models import (
    Avg,
    Case,
    Count,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncDate

from nentang.government.catalogue.public import bundles_on
from nentang.government.services.enums import Channel, Outcome
from nentang.government.services.models import Consultation, Dossier
from nentang.government.services.rules.assessment import (
    MOST_EACH,
    Figures,
    Score,
    Terms,
    done_at_once,
    group_score,
    provided_online,
)
from nentang.kernel.clock import VIETNAM, legal_day
from nentang.kernel.frozen import Frozen

DECIDED = (Outcome.GRANTED, Outcome.REFUSED)
ASKED = {3: "contacts", 4: "other_bodies", 7: "attitude"}  # criteria that applicants answer


class Assessment(Frozen):
    """A body in a period: the nine criteria by number, the groups by code."""

    organization_id: int
    decided: int
    criteria: dict[int, Score]
    groups: dict[str, Score]

    @property
    def points(self) -> float:
        """The points that are known, of `most`."""
        known = (each.points for each in self.criteria.values() if each.points is not None)
        return round(sum(known), 2)

    @property
    def most(self) -> int:
        """What the known criteria could have given."""
        return sum(each.most for each in self.criteria.values() if each.points is not None)


def _on(instant: Any) -> TruncDate:
    return TruncDate(instant, tzinfo=VIETNAM)


PROMISED = Coalesce("case__first_due_at", "case__due_at")
IN_TIME = Case(
    When(decided_at__gt=PROMISED, then=0),
    When(Q(day_decided__lt=F("day_promised")) | Q(day_received=F("day_promised")), then=2),
    default=1,
    output_field=IntegerField(),
)


def decided_dossiers(
    bodies: Collection[int], *, since: datetime, until: datetime
) -> QuerySet[Dossier]:
    """Dossiers that these bodies received and that were decided in that time, with points of criterion 1.

    Two points before the promised day, or in time for what is due on the day it came; one on that day.
    """
    found = Dossier.objects.filter(
        organization_id__in=bodies,
        decided_at__gte=since,
        decided_at__lt=until,
        outcome__in=DECIDED,
    )
    return found.annotate(
        day_decided=_on("decided_at"), day_promised=_on(PROMISED), day_received=_on("received_at")
    ).annotate(in_time=IN_TIME)


def assess(
    terms: Terms, *, since: datetime, until: datetime, levels: dict[int, str]
) -> dict[int, Assessment]:
    """Each body of `levels` (level by identifier) that decided any; three queries, whatever their number."""
    bodies = list(levels)
    found = decided_dossiers(bodies, since=since, until=until)
    sums = {row["organization_id"]: row for row in _sums(found)}
    asked = _consulted(bodies, since, until)
    at_once = _at_once(found)
    higher = {level: _higher_level(level, since) for level in set(levels.values())}
    return {
        body: _assessment(
            body, sums[body], asked.get(body), at_once[body], higher[levels[body]], terms
        )
        for body in bodies
        if body in sums
    }


def _sums(found: QuerySet[Dossier]) -> Iterable[Any]:
    late = Q(in_time=0)
    answers = {
        f"{what}_{name}": how(f"rating__{name}")
        for name in ASKED.values()
        for what, how in (("mean", Avg), ("count", Count))
    }
    return found.values("organization_id").annotate(
        decided=Count("pk"),
        late=Count("pk", filter=late),
        mean_in_time=Avg("in_time"),
        digital=Count("pk", filter=Q(result__isnull=False) | Q(outcome=Outcome.REFUSED)),
        online=Count("pk", filter=Q(channel=Channel.ONLINE)),
        online_late=Count("pk", filter=late & Q(channel=Channel.ONLINE)),
        stars=Avg("rating__stars"),
        **answers,
    )


def _assessment(
    body: int,
    row: dict[str, Any],
    consulted: Score | None,
    at_once: tuple[int, int],
    higher_level: float,
    terms: Terms,
) -> Assessment:
    figures = Figures(
        decided=row["decided"],
        on_time=row["decided"] - row["late"],
        digital=row["digital"],
        online=row["online"],
        online_late=row["online_late"],
        procedures=at_once[0],
        procedures_at_once=at_once[1],
        higher_level=higher_level,
        stars=None if row["stars"] is None else (row["stars"] - 1) / 4,
    )
    unknown = Score(None, MOST_EACH)
    criteria = {
        1: Score(row["mean_in_time"], MOST_EACH, row["decided"]),
        2: consulted or unknown,
        5: done_at_once(figures, terms),
        9: provided_online(figures, terms),
    }
    for number, name in ASKED.items():
        criteria[number] = Score(row[f"mean_{name}"], MOST_EACH, row[f"count_{name}"])
    return Assessment(
        body,
        row["decided"],
        {each.number: criteria.get(each.number, unknown) for each in terms.criteria},
        {group.code: group_score(group, figures) for group in terms.groups},
    )


def _consulted(bodies: Collection[int], since: datetime, until: datetime) -> dict[int, Score]:
    """Criterion 2 by the body that asked: means over the answers that others gave."""
    answers = _answers().filter(
        dossier__organization_id__in=bodies,
        dossier__decided_at__gte=since,
        dossier__decided_at__lt=until,
    )
    rows = answers.values_list("dossier__organization_id").annotate(
        mean=Avg("points"), number=Count("pk")
    )
    return {body: Score(mean, MOST_EACH, count) for body, mean, count in rows}


def _answers() -> QuerySet[Consultation]:
    points = Case(
        When(answered_at__gt=F("case__due_at"), then=0),
        When(day_answered__lt=F("day_due"), then=2),
        default=1,
        output_field=IntegerField(),
    )
    days = {"day_answered": _on("answered_at"), "day_due": _on("case__due_at")}
    return Consultation.objects.exclude(answered_at=None).annotate(**days).annotate(points=points)


def _at_once(found: QuerySet[Dossier]) -> dict[int, tuple[int, int]]:
    """By body: procedures that it had, and those of which every dossier was decided the day it came."""
    same_day = Count("pk", filter=Q(day_decided=F("day_received")))
    counted: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    rows = found.values_list("organization_id", "procedure").annotate(
        number=Count("pk"), at_once=same_day
    )
    for body, _procedure, number, at_once in rows:
        all_of, quick = counted[body]
        counted[body] = (all_of + 1, quick + (number == at_once))
    return counted


def _higher_level(level: str, since: datetime) -> float:
    """Of the procedures that bodies of that level receive, the share at level 3 or 4, or online at all."""
    day = legal_day(since)
    received = [b.procedure for b in bundles_on(day) if b.procedure.receives == level]
    high = [p for p in received if (p.service_level or 0) >= 3 or p.service_mode]
    return len(high) / len(received) if received else 0.0


def dossiers_behind(
    organization_id: int,
    number: int,
    *,
    since: datetime,
    until: datetime,
    after: int = 0,
    limit: int = 50,
) -> list[Dossier]:
    """The dossiers behind a criterion, with their `points`, the lowest first, `after` so many."""
    found = decided_dossiers([organization_id], since=since, until=until)
    if number in ASKED:
        points: Any = F(f"rating__{ASKED[number]}")
    elif number == 2:
        of_dossier = _answers().filter(dossier=OuterRef("pk")).values("dossier")
        points = Subquery(of_dossier.annotate(mean=Avg("points")).values("mean"))
    elif number == 1:
        points = F("in_time")
    else:
        points = Value(None, output_field=FloatField(null=True))
    known = found.annotate(points=points).select_related("case", "applicant")
    if number in (1, 2, *ASKED):
        known = known.exclude(points=None)
    return list(known.order_by("points", "pk")[after : after + limit])
