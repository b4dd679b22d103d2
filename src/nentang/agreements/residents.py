"""Who lives where: schools and others ask, the population register answers."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from nentang.kernel.frozen import Frozen

from .binding import Binding


class Resident(Frozen):
    """Somebody as the register holds them on a day.

    `unit_code` is empty for who lives nowhere for good; `is_alive`: still, when the day ends.
    """

    person_id: int
    number: str
    birth_on: date | None
    birth_year: int
    unit_code: str
    is_alive: bool


class Residents(Protocol):
    """The population register, as far as other pillars may ask it."""

    register: str
    """Its name, as events of registers and evidence give it."""

    def resident(self, record_id: int, *, on: date) -> Resident | None:
        """Who that record speaks of on that day; None where it says nothing of who they are."""

    def born_since(
        self, year: int, *, first_id: int, last_id: int, on: date
    ) -> Iterator[tuple[int, Resident]]:
        """Those born in that year or later whose records lie between the two, each with its record."""


residents: Binding[Residents] = Binding("residents")
