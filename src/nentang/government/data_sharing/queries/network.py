"""Reads of the network: who is in it, and how it does."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet, Sum

from nentang.foundation.organizations.public import Organization
from nentang.government.data_sharing.models import Certificate, Member, NodeLog, Subsystem, Traffic
from nentang.kernel.clock import legal_day
from nentang.kernel.frozen import Frozen

DAYS = 30
TOP = ("ministry", "province")


class NetworkState(Frozen):
    """The network in numbers, of the last thirty days where they count calls."""

    members: int
    with_node: int
    bodies: int
    services: int
    grants: int
    calls: int
    refused: int
    mean_millis: int
    taken_at: datetime | None

    @property
    def percent(self) -> float:
        """Ministries and provinces with a node, of all."""
        return 100 * self.with_node / self.bodies if self.bodies else 0.0


def members(*, after_id: int = 0, limit: int = 50) -> list[Member]:
    """Members with how many systems and services they have, a page by key."""
    found = Member.objects.select_related("organization").filter(pk__gt=after_id)
    counted = found.annotate(
        systems=Count("subsystems", distinct=True),
        offered=Count(
            "subsystems__services", filter=Q(subsystems__services__ended_at=None), distinct=True
        ),
    )
    return list(counted.order_by("pk")[:limit])


def bodies_counted(day: date) -> QuerySet[Organization]:
    """Ministries and provincial committees on that day: those that the Programme wants connected."""
    found = Organization.objects.on(day).filter(level__in=TOP)
    return found.filter(kind__in=["ministry", "peoples_committee"])


def with_node(at: datetime) -> QuerySet[Member]:
    """Members whose node has an address and a certificate in force."""
    certificates = Certificate.objects.filter(
        subsystem=None, revoked_at=None, not_after__gt=at
    ).values("member")
    return Member.objects.filter(pk__in=certificates).exclude(node_url="")


def network_state(*, at: datetime) -> NetworkState:
    """The network now; six queries."""
    day = legal_day(at)
    bodies = bodies_counted(day)
    traffic = Traffic.objects.filter(day__gt=day - timedelta(days=DAYS)).aggregate(
        calls=Sum("calls"), refused=Sum("refused"), millis=Sum("millis")
    )
    calls = traffic["calls"] or 0
    counts = Member.objects.aggregate(
        members=Count("pk", distinct=True),
        services=Count(
            "subsystems__services", filter=Q(subsystems__services__ended_at=None), distinct=True
        ),
        grants=Count("subsystems__grants", filter=_in_force(day), distinct=True),
    )
    return NetworkState(
        members=counts["members"],
        with_node=with_node(at).filter(organization__in=bodies).count(),
        bodies=bodies.count(),
        services=counts["services"],
        grants=counts["grants"],
        calls=calls,
        refused=traffic["refused"] or 0,
        mean_millis=(traffic["millis"] or 0) // calls if calls else 0,
        taken_at=NodeLog.objects.aggregate(at=Max("taken_at"))["at"],
    )


def _in_force(day: date) -> Q:
    return Q(
        subsystems__grants__ended_at=None,
        subsystems__grants__valid_from__lte=day,
        subsystems__grants__valid_to__gt=day,
    )


def traffic_of(*, at: datetime, limit: int = 50) -> list[dict[str, object]]:
    """Calls of each service in the last thirty days, most first."""
    recent = Traffic.objects.filter(day__gt=legal_day(at) - timedelta(days=DAYS))
    sums = recent.values("service").annotate(
        calls=Sum("calls"), refused=Sum("refused"), millis=Sum("millis")
    )
    rows: list[dict[str, object]] = []
    for row in sums.order_by("-calls")[:limit]:
        rows.append({**row, "mean": row["millis"] // row["calls"] if row["calls"] else 0})
    return rows


def systems_of(organization_ids: Collection[int]) -> list[Subsystem]:
    """Systems of those bodies."""
    found = Subsystem.objects.filter(member__organization__in=organization_ids)
    return list(found.select_related("member__organization").order_by("pk"))


class CountedBody(Frozen):
    """A ministry or province, and whether it is connected."""

    id: int
    unit_code: str
    is_connected: bool


def connected_bodies(*, at: datetime) -> list[CountedBody]:
    """Every ministry and province of that day; two queries."""
    connected = set(with_node(at).values_list("organization", flat=True))
    rows = bodies_counted(legal_day(at)).values_list("pk", "unit__code").order_by("pk")
    return [CountedBody(pk, code or "", pk in connected) for pk, code in rows]
