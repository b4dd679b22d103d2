"""Who is known to be whose parent."""

from collections.abc import Collection, Mapping

from nentang.government.civil_status.models import BirthFacts
from nentang.government.population.public import CivilIdentity

LEVELS = 4


def parents_of(numbers: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Parents of these people and of those above them, by number: two queries a generation."""
    known: dict[str, tuple[str, ...]] = {}
    level = {number for number in numbers if number}
    for _generation in range(LEVELS):
        found = _of_population(level)
        for number, parents in _of_books(level).items():
            found[number] = tuple(dict.fromkeys((*found.get(number, ()), *parents)))
        known |= found
        level = {above for parents in found.values() for above in parents} - known.keys()
        if not level:
            break
    return known


def _of_population(numbers: Collection[str]) -> dict[str, tuple[str, ...]]:
    rows = CivilIdentity.objects.filter(record__code__in=numbers, superseded_at=None)
    return {
        row.record.code: tuple(filter(None, (row.father_number, row.mother_number)))
        for row in rows.select_related("record").order_by("valid_from")
    }


def _of_books(numbers: Collection[str]) -> dict[str, tuple[str, ...]]:
    rows = BirthFacts.objects.filter(personal_number__in=numbers, superseded_at=None)
    return {
        row.personal_number: tuple(filter(None, (row.father_number, row.mother_number)))
        for row in rows.order_by("valid_from")
    }
