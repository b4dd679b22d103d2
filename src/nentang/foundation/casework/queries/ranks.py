"""A province at a glance: its departments, districts and communes, what they have and what took their days."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import BooleanField, Count, ExpressionWrapper, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from nentang.agreements.actor import Actor
from nentang.foundation.casework.enums import HEADS
from nentang.foundation.casework.models import Case
from nentang.foundation.casework.rules.working_time import WORKING_DAY, add_working_minutes
from nentang.foundation.organizations.public import Organization
from nentang.kernel.frozen import Frozen

from .headed import headed
from .spent import LATE, ended_spells

MOST_BODIES = 20
COUNTED = ("bodies", "running", "soon", "late", "whole", "late_cases", "late_minutes")


class RankName(StrEnum):
    """Bodies of one kind beneath a head: their own, those beside it, and each level below."""

    OWN = "own"
    BESIDE = "beside"
    MINISTRY = "ministry"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class Rank(Frozen):
    """What the bodies of a rank have now, and for how many working minutes they held cases in the year.

    `late` is now; `late_cases` and `late_minutes` are of the year, as `Spent` counts them.
    """

    name: RankName
    bodies: int
    running: int
    soon: int
    late: int
    minutes: int
    late_cases: int
    late_minutes: int


class BodyLoad(Frozen):
    """What one body has: running, due within three days, late."""

    body: str
    running: int
    soon: int
    late: int


def bodies_of_rank(actor: Actor, name: RankName) -> "QuerySet[Organization] | None":
    """The bodies of that rank beneath the actor; None where the actor heads none."""
    bodies, own = headed(actor), actor.organizations(*HEADS)
    if bodies is None or name is RankName.OWN:
        return bodies and bodies.filter(pk__in=own)
    levels = _levels(own)
    below = bodies.exclude(pk__in=own)
    if name is RankName.BESIDE:
        return below.filter(level__in=levels)
    return below.filter(level=name.value).exclude(level__in=levels)


def ranks(actor: Actor, *, year: int, at: datetime) -> list[Rank]:
    """Each rank beneath the actor that has a body, the own first; three queries, however many bodies."""
    bodies, own = headed(actor), actor.organizations(*HEADS)
    if bodies is None:
        return []
    counted = list(_by_rank(bodies, "", own).annotate(bodies=Count("pk")))
    levels = {row["level"] for row in counted if row["is_own"]}
    sums: dict[RankName, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    held = _by_rank(ended_spells(bodies, year=year, at=at), "organization__", own).annotate(
        late_minutes=Coalesce(Sum("minutes", filter=LATE), 0),
        whole=Sum("minutes"),
        late_cases=Count("case_id", filter=LATE, distinct=True),
    )
    for row in (*counted, *_loads(_by_rank(_running(bodies), "holder__", own), at), *held):
        for key in COUNTED:
            sums[_rank(row, levels)][key] += row.get(key, 0)
    return [_shown(name, sums[name]) for name in RankName if name in sums]


def _shown(name: RankName, sums: dict[str, int]) -> Rank:
    counts = {key: sums[key] for key in COUNTED if key != "whole"}
    return Rank(name=name, minutes=sums["whole"], **counts)


def busiest(actor: Actor, *, at: datetime) -> list[BodyLoad]:
    """The bodies below the actor's own, most late first, then most running; one query."""
    bodies = headed(actor)
    if bodies is None:
        return []
    below = bodies.exclude(pk__in=actor.organizations(*HEADS))
    rows = _loads(_running(below).values("holder_id", "holder__name"), at)
    return [
        BodyLoad(row["holder__name"], row["running"], row["soon"], row["late"])
        for row in rows.order_by("-late", "-running", "holder_id")[:MOST_BODIES]
    ]


def _running(bodies: "QuerySet[Organization]") -> "QuerySet[Case]":
    return Case.objects.filter(holder__in=bodies, closed_at=None, suspended_at=None)


def _by_rank(rows: Any, to_body: str, own: Collection[int]) -> Any:
    """Rows grouped by the level of their body and whether it is one's own."""
    is_own = ExpressionWrapper(Q(**{f"{to_body}pk__in": own}), output_field=BooleanField())
    return rows.annotate(is_own=is_own).values(f"{to_body}level", "is_own")


def _loads(rows: Any, at: datetime) -> Any:
    three_days = add_working_minutes(at, 3 * WORKING_DAY)
    return rows.annotate(
        running=Count("pk"),
        soon=Count("pk", filter=Q(due_at__range=(at, three_days))),
        late=Count("pk", filter=Q(due_at__lt=at)),
    )


def _rank(row: dict[str, Any], own_levels: Collection[str]) -> RankName:
    level = next(
        row[key] for key in ("level", "holder__level", "organization__level") if key in row
    )
    if row["is_own"]:
        return RankName.OWN
    return RankName.BESIDE if level in own_levels else RankName(level)


def _levels(own: Iterable[int]) -> list[str]:
    return list(Organization.objects.filter(pk__in=own).values_list("level", flat=True))
