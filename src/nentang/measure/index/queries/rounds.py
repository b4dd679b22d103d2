"""Rounds, sheets and publications."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from nentang.measure.index.errors import RoundNotFound, SheetNotFound
from nentang.measure.index.models import Publication, Result, Round, Sheet


def rounds(appraised_by: Iterable[int], *, limit: int = 50) -> list[Round]:
    """Rounds that those bodies appraise, latest first."""
    found = Round.objects.filter(appraised_by__in=list(appraised_by)).select_related("appraised_by")
    return list(found.order_by("-year", "-pk")[:limit])


def find_round(round_id: int) -> Round:
    """The round; RoundNotFound."""
    found = Round.objects.select_related("appraised_by").filter(pk=round_id).first()
    if found is None:
        raise RoundNotFound
    return found


def sheets_of(organizations: Iterable[int], *, limit: int = 50) -> list[Sheet]:
    """Sheets of those bodies, latest first."""
    found = _sheets().filter(organization__in=list(organizations))
    return list(found.order_by("-round__year", "-pk")[:limit])


def find_sheet(code: str) -> Sheet:
    """The sheet; SheetNotFound."""
    found = _sheets().filter(code=code).first()
    if found is None:
        raise SheetNotFound
    return found


def _sheets() -> QuerySet[Sheet]:
    return Sheet.objects.select_related("round__appraised_by", "organization", "case__holder")


def proposal_of(round_: Round) -> Publication | None:
    """What waits to be published."""
    return round_.publications.filter(published_at=None).order_by("-version").first()


def current_publication(family: str, year: int) -> Publication | None:
    """The latest published version."""
    found = Publication.objects.filter(round__family=family, round__year=year)
    return (
        found.exclude(published_at=None)
        .select_related("round__appraised_by")
        .order_by("-version")
        .first()
    )


def latest_publication(family: str, *, year: int, at: datetime) -> Publication | None:
    """The latest version, published until then, of that year or the last one before it."""
    found = Publication.objects.filter(
        round__family=family, round__year__lte=year, published_at__lte=at
    )
    return found.select_related("round").order_by("-round__year", "-version").first()


def results_of(publication: Publication, *, after: int = 0, limit: int = 100) -> list[Result]:
    """Its results in order of place, `after` so many."""
    found = publication.results.order_by("place", "name")
    return list(found[after : after + limit])


def latest_result(family: str, year: int, unit_code: str) -> Result | None:
    """What the latest published version says of a unit."""
    publication = current_publication(family, year)
    if publication is None:
        return None
    return publication.results.filter(unit_code=unit_code).select_related("publication").first()
