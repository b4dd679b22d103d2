"""Reads of pairs that may be one, and of imports."""

from django.db.models import QuerySet

from nentang.foundation.organizations.public import Organization
from nentang.foundation.registers.enums import PairState
from nentang.foundation.registers.errors import RecordNotFound, RunNotFound
from nentang.foundation.registers.models import ImportFault, ImportRun, PossibleDuplicate


def open_pairs(
    register: str,
    *,
    keepers: QuerySet[Organization],
    before_id: int | None = None,
    limit: int = 20,
) -> list[PossibleDuplicate]:
    """Pairs that nobody has decided about, the latest found first."""
    found = PossibleDuplicate.objects.filter(
        register=register, state=PairState.OPEN, keeper__in=keepers.values("pk")
    )
    if before_id:
        found = found.filter(id__lt=before_id)
    return list(found.order_by("-id")[:limit])


def pair(register: str, pair_id: int, *, keepers: QuerySet[Organization]) -> PossibleDuplicate:
    """The pair; RecordNotFound for who may not know of it."""
    found = PossibleDuplicate.objects.filter(
        register=register, pk=pair_id, keeper__in=keepers.values("pk")
    ).first()
    if found is None:
        raise RecordNotFound
    return found


def runs_of(register: str, organization_ids: tuple[int, ...], limit: int = 10) -> list[ImportRun]:
    """The latest imports of those bodies."""
    found = ImportRun.objects.filter(register=register, organization__in=organization_ids)
    return list(found.order_by("-id")[:limit])


def run(register: str, run_id: int, organization_ids: tuple[int, ...]) -> ImportRun:
    """The import; RunNotFound for other bodies."""
    found = ImportRun.objects.filter(
        register=register, pk=run_id, organization__in=organization_ids
    )
    if (one := found.first()) is None:
        raise RunNotFound
    return one


def faults_of(run_id: int, *, after_line: int = 0, limit: int = 50) -> list[ImportFault]:
    """Rows that were not taken in, as they stand in the file."""
    found = ImportFault.objects.filter(run=run_id, line__gt=after_line)
    return list(found.order_by("line")[:limit])
