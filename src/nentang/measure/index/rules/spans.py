"""The years and half-years for which an index is computed."""

from datetime import date

from nentang.kernel.frozen import Frozen

FIRST_YEAR = 2020


class YearSpan(Frozen):
    """A year, or its first or second half (`half` 1 or 2)."""

    year: int
    half: int = 0

    @property
    def code(self) -> str:
        """`2020`, `2020-1`."""
        return f"{self.year}-{self.half}" if self.half else str(self.year)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 7 if self.half == 2 else 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, 6, 30) if self.half == 1 else date(self.year, 12, 31)

    @property
    def before(self) -> "YearSpan":
        """The one just before it of the same length."""
        if self.half == 2:
            return YearSpan(self.year, 1)
        return YearSpan(self.year - 1, 2 if self.half else 0)

    def ends(self, today: date) -> date:
        """Its last day, or today where it is not over."""
        return min(self.last, today)


def span_of(text: str, today: date) -> YearSpan | None:
    """The span that a text names; None where it names none that has begun."""
    year, _dash, half = text.partition("-")
    if not (year.isascii() and year.isdigit() and len(year) == 4 and half in ("", "1", "2")):
        return None
    span = YearSpan(int(year), int(half or 0))
    return span if span.year >= FIRST_YEAR and span.first <= today else None
