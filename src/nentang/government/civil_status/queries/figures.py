"""Counts that everybody may read, of the year of a day."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Count
from django.db.models.functions import Substr

from nentang.government.civil_status.models import BirthFacts, MarriageFacts
from nentang.government.civil_status.rules.days import year_of

MONTHS = range(1, 13)
OLDEST = 200
AGES = ((0, 20), (20, 25), (25, 30), (30, 35), (35, OLDEST))


def births_by_month(day: date) -> Sequence[tuple[str, int]]:
    """Births of that year that stand in the books, by the month in which they were."""
    rows = BirthFacts.objects.filter(superseded_at=None, birth__startswith=f"{day.year}-")
    counts = rows.values(month=Substr("birth", 6, 2)).annotate(n=Count("record", distinct=True))
    by_month = {int(row["month"]): row["n"] for row in counts}
    return [(f"{month:02d}/{day.year}", by_month.get(month, 0)) for month in MONTHS]


def marriages_by_age(day: date) -> Sequence[tuple[str, int]]:
    """Marriages registered that year, by how old the wife became in it."""
    rows = MarriageFacts.objects.filter(superseded_at=None, record__registered_on__year=day.year)
    by_year = rows.exclude(wife_birth="").values(born=Substr("wife_birth", 1, 4))
    ages = [
        (day.year - year_of(row["born"]), row["n"])
        for row in by_year.annotate(n=Count("record", distinct=True))
    ]
    return [
        (_ages(first, last), sum(n for age, n in ages if first <= age < last))
        for first, last in AGES
    ]


def _ages(first: int, last: int) -> str:
    return f"{first}–{last - 1}" if last != OLDEST else f"{first}+"
