"""Briefing packs."""

from collections.abc import Collection

from nentang.measure.dashboard.enums import PackState
from nentang.measure.dashboard.errors import PackNotFound
from nentang.measure.dashboard.models import BriefingPack

PAGE = 20


def find_pack(code: str) -> BriefingPack:
    """The pack with its files; PackNotFound."""
    rows = BriefingPack.objects.select_related("organization", "paper", "slides")
    found = rows.filter(code=code).first()
    if found is None:
        raise PackNotFound
    return found


def packs_for(bodies: Collection[int], *, before_id: int | None = None) -> list[BriefingPack]:
    """What those bodies ordered, the latest first; one more than a page, so that one knows of the next."""
    rows = BriefingPack.objects.filter(organization__in=bodies)
    rows = rows if before_id is None else rows.filter(pk__lt=before_id)
    return list(rows.select_related("paper", "slides").order_by("-pk")[: PAGE + 1])


def waiting_packs(limit: int) -> list[int]:
    """Identifiers of packs to be made, the first ordered first."""
    rows = BriefingPack.objects.filter(state=PackState.ORDERED).order_by("pk")
    return list(rows.values_list("pk", flat=True)[:limit])
