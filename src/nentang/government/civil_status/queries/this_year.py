"""How many entries the books of a commune have this year, from the counters: nothing is counted anew."""

from collections.abc import Sequence

from nentang.foundation.organizations.public import organization
from nentang.government.civil_status.enums import BookKind
from nentang.government.civil_status.models import BookCounter


def books_this_year(organization_ids: Sequence[int], year: int) -> list[tuple[BookKind, int]]:
    """Every book with its last number of that year, of all those communes."""
    units = [organization(each).unit_code for each in organization_ids]
    rows = BookCounter.objects.filter(unit_code__in=units, year=year)
    last: dict[str, int] = {}
    for row in rows:
        last[row.kind] = last.get(row.kind, 0) + row.last
    return [(kind, last.get(kind.value, 0)) for kind in BookKind]
