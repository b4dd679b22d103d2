"""At what age a child goes to school."""

from functools import cache
from pathlib import Path

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

FILE = Path(__file__).parents[1] / "law" / "school_age.yaml"


class SchoolAge(Frozen):
    """Ages in years by the calendar: of the first class, and from which nobody is listed any more."""

    first_class: int
    until: int

    def first_class_year(self, birth_year: int) -> int:
        """The year in whose autumn the child goes to the first class."""
        return birth_year + self.first_class

    def is_listed(self, birth_year: int, year: int) -> bool:
        """Whether a child of that year is on the list in that year."""
        return 0 <= year - birth_year < self.until


@cache
def school_age_law() -> Law[SchoolAge]:
    """By day."""
    return load_law(FILE, lambda value: SchoolAge(value["first_class"], value["until"]))
